using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>The principal, the table and the engine.</summary>
/// <param name="Principal">The principal.</param>
/// <param name="Database">The database, or a resource link to one.</param>
/// <param name="Table">The table, or a resource link to one.</param>
public sealed record AccessCheckQuestion(LakePrincipal Principal, string Database, string Table)
{
    /// <summary>The columns to read. None for the whole table.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The catalog; null for the connection's.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The engine that reads.</summary>
    public AccessEngine Engine { get; init; }

    /// <summary>The work group of Athena.</summary>
    public string WorkGroup { get; init; } = "primary";

    /// <summary>The S3 URI where Athena writes results. Null if it is not known.</summary>
    public string? OutputLocation { get; init; }
}
