namespace LakeTools.Core.Glue;

/// <summary>A crawler to make, or what to change of one; what is null stays as it is.</summary>
public sealed record CrawlerChange
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The role: an ARN, a name, or <c>role/name</c>.</summary>
    public string? Role { get; init; }

    /// <summary>The database that its tables go to.</summary>
    public string? DatabaseName { get; init; }

    /// <summary>All targets of any kind, each with what is left out and its connection.</summary>
    public IReadOnlyList<LakeGlueCrawlerTarget>? Target { get; init; }

    /// <summary>Folders in S3; take the place of those there are.</summary>
    public IReadOnlyList<string>? Path { get; init; }

    /// <summary>Patterns of what is left out of the folders in S3, the paths of databases, and Iceberg's and Hudi's.</summary>
    public IReadOnlyList<string>? Exclude { get; init; }

    /// <summary>Paths in the database of <see cref="GlueConnectionName"/>.</summary>
    public IReadOnlyList<string>? JdbcPath { get; init; }

    /// <summary>Tables of DynamoDB.</summary>
    public IReadOnlyList<string>? DynamoDBTableName { get; init; }

    /// <summary>Tables of the catalog, as <c>database.table</c>.</summary>
    public IReadOnlyList<string>? CatalogTable { get; init; }

    /// <summary>Folders of Delta tables.</summary>
    public IReadOnlyList<string>? DeltaPath { get; init; }

    /// <summary>Folders of Iceberg tables.</summary>
    public IReadOnlyList<string>? IcebergPath { get; init; }

    /// <summary>Folders of Hudi tables.</summary>
    public IReadOnlyList<string>? HudiPath { get; init; }

    /// <summary>The connection that the targets are reached by.</summary>
    public string? GlueConnectionName { get; init; }

    /// <summary>The prefix of the names of its tables.</summary>
    public string? TablePrefix { get; init; }

    /// <summary>When it runs; empty takes the schedule away.</summary>
    public string? Schedule { get; init; }

    /// <summary>Its own classifiers.</summary>
    public IReadOnlyList<string>? Classifier { get; init; }

    /// <summary>The action if the columns of a table change.</summary>
    public string? UpdateBehavior { get; init; }

    /// <summary>The action if the data of a table does not exist any more.</summary>
    public string? DeleteBehavior { get; init; }

    /// <summary>Whether it looks at all again.</summary>
    public string? RecrawlBehavior { get; init; }

    /// <summary>Further settings as JSON.</summary>
    public string? Configuration { get; init; }

    /// <summary>The security configuration.</summary>
    public string? SecurityConfiguration { get; init; }

    /// <summary>True to read with Lake Formation's credentials.</summary>
    public bool? UseLakeFormationCredential { get; init; }

    /// <summary>The account whose Lake Formation is asked.</summary>
    public string? LakeFormationAccountId { get; init; }

    /// <summary>The description. Empty removes it.</summary>
    public string? Description { get; init; }

    /// <summary>Tags to set; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?>? Tags { get; init; }
}
