using System.Text.Json;
using Amazon.LakeFormation.Model;

namespace LakeTools.Core.Data.Tables;

/// <summary>The audit text of a reader, which CloudTrail writes into the event of the credentials that it gets.</summary>
internal static class AuditText
{
    // API reference, AuditContext.
    private const int MaxLength = 2048;

    /// <summary>Makes it, in the form in which EMR and Glue write theirs.</summary>
    /// <param name="columns">The columns that will be read; null if that is not known. Too many are left out.</param>
    public static AuditContext Of(IReadOnlyList<string>? columns)
    {
        var text = columns is null ? null : Write(new { platformType = "LAKETOOLS", columns });
        return new AuditContext { AdditionalAuditContext = text is { Length: <= MaxLength } ? text
            : Write(new { platformType = "LAKETOOLS" }) };
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value);
}
