using System.Management.Automation;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// Takes a copy of an object that Get-LakeObject found, as jobs, Import-Clixml and Select-Object make them, and a row of a file of such
/// objects, for its address. It means itself, as the object does: no character of its key is a wildcard.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FoundObjectAttribute : ArgumentTransformationAttribute
{
    // PowerShell puts 'Deserialized.' or 'Selected.' before the name of the type.
    private static readonly string s_copy = "." + typeof(LakeObject).FullName;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is PSObject { BaseObject: PSCustomObject } item && Text(item, nameof(LakeObject.Uri)) is { } uri
            && (IsCopy(item) || IsRow(item, uri))
            ? new[] { KeyPattern.Escape(uri) } : inputData;

    private static bool IsCopy(PSObject item) => item.TypeNames.Any(name => name.EndsWith(s_copy, StringComparison.Ordinal));

    // A row of the user's own, whose address may be a pattern, has no bucket and key that make the address.
    private static bool IsRow(PSObject item, string uri) =>
        uri == $"s3://{Text(item, nameof(LakeObject.Bucket))}/{Text(item, nameof(LakeObject.Key))}";

    private static string? Text(PSObject item, string property) => item.Properties[property]?.Value?.ToString();
}
