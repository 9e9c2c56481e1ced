using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A database of the Glue catalog.</summary>
public sealed record GlueDatabase
{
    /// <summary>The catalog: an account's id.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The name, in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The same as <see cref="Name"/>, under the name that commands on its tables and permissions bind from the pipeline.
    /// </summary>
    public string DatabaseName => Name;

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The default location of its tables: an S3 URI.</summary>
    public string? LocationUri { get; init; }

    /// <summary>True for a resource link, which represents a database of another name, account or Region.</summary>
    public bool IsResourceLink => TargetDatabaseName is not null;

    /// <summary>For a resource link: the catalog of its target.</summary>
    public string? TargetCatalogId { get; init; }

    /// <summary>For a resource link: the Region of its target; null for the same one.</summary>
    public string? TargetRegion { get; init; }

    /// <summary>For a resource link: the database that it represents, or that holds the table.</summary>
    public string? TargetDatabaseName { get; init; }

    /// <summary>Free parameters.</summary>
    public IReadOnlyDictionary<string, string> Parameter { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>
    /// The default permissions of new tables in it: None, IamAllowedPrincipals, or Other. Null if the service does not return it.
    /// </summary>
    public string? TableDefaultPermission { get; init; }

    /// <summary>Its tags; null if they were not requested.</summary>
    public IReadOnlyDictionary<string, string>? Tag { get; init => field = Listed.Of(value); }

    /// <summary>When it was created; local time.</summary>
    public DateTime? CreateTime { get; init; }

    /// <summary>True if another catalog has its tables.</summary>
    internal bool IsFederated { get; init; }

    /// <summary>The names of what the database has and this version does not know.</summary>
    internal IReadOnlyList<string> Unknown { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The database's name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
