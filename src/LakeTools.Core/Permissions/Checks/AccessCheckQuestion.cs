using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>Who wants to read what, and how.</summary>
/// <param name="Principal">Who.</param>
/// <param name="Database">The database, or a resource link to one.</param>
/// <param name="Table">The table, or a resource link to one.</param>
public sealed record AccessCheckQuestion(LakePrincipal Principal, string Database, string Table)
{
    /// <summary>The columns that are wanted; none for the table.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The catalog; null for the connection's.</summary>
    public string? CatalogId { get; init; }

    /// <summary>What reads.</summary>
    public AccessEngine Engine { get; init; }

    /// <summary>The work group of Athena.</summary>
    public string WorkGroup { get; init; } = "primary";

    /// <summary>Where Athena writes its results, as a URI of S3; null where it is not known.</summary>
    public string? OutputLocation { get; init; }
}
