using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A table of the Glue catalog, with the columns that the caller may see.</summary>
public sealed record GlueTable
{
    /// <summary>The catalog: an account's id.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The database's name.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The name, in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The same as <see cref="Name"/>, under the name that commands on its partitions and permissions bind from the pipeline.
    /// </summary>
    public string TableName => Name;

    /// <summary>The description of the table.</summary>
    public string? Description { get; init; }

    /// <summary>The owner, as the program that created the table states it. It grants nothing.</summary>
    public string? Owner { get; init; }

    /// <summary>The columns, without the partition keys.</summary>
    public IReadOnlyList<GlueColumn> Column { get; init => field = Listed.Of(value); } = Listed.None<GlueColumn>();

    /// <summary>The partition keys, whose values are in the paths of the files.</summary>
    public IReadOnlyList<GlueColumn> PartitionKey { get; init => field = Listed.Of(value); } = Listed.None<GlueColumn>();

    /// <summary>
    /// The partition transforms of an Iceberg table, such as <c>day(ts)</c>; null for other tables, and if its metadata was not read.
    /// </summary>
    public IReadOnlyList<string>? PartitionTransform { get; init => field = Listed.Of(value); }

    /// <summary>The location of the files: an S3 URI.</summary>
    public string? Location { get; init; }

    /// <summary>
    /// Iceberg, Delta or Hudi where the catalog says so; otherwise Csv, Tsv, Json, Parquet, Orc, Avro or Text by the table's classes; null
    /// where they say none of them.
    /// </summary>
    public string? Format { get; init; }

    /// <summary>The delimiter of fields. Null if the format has none.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The quote character. Null if there is none.</summary>
    public char? QuoteCharacter { get; init; }

    /// <summary>True if the first line of each file names the columns.</summary>
    public bool Header { get; init; }

    /// <summary>EXTERNAL_TABLE, VIRTUAL_VIEW or another word.</summary>
    public string? TableType { get; init; }

    /// <summary>The text of a view, in the language of its engine. Null for a table.</summary>
    public string? ViewOriginalText { get; init; }

    /// <summary>The text of a view with full names, or what its engine stores there. Null for a table.</summary>
    public string? ViewExpandedText { get; init; }

    /// <summary>For a view with several dialects: the engines, such as ATHENA and SPARK.</summary>
    public IReadOnlyList<string> ViewDialect { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>True for a resource link, which represents a table of another name, account or Region.</summary>
    public bool IsResourceLink => TargetTableName is not null;

    /// <summary>For a resource link: the catalog of its target.</summary>
    public string? TargetCatalogId { get; init; }

    /// <summary>For a resource link: the Region of its target; null for the same one.</summary>
    public string? TargetRegion { get; init; }

    /// <summary>For a resource link: the database that it represents, or that holds the table.</summary>
    public string? TargetDatabaseName { get; init; }

    /// <summary>For a resource link: the table that it represents.</summary>
    public string? TargetTableName { get; init; }

    /// <summary>Free parameters.</summary>
    public IReadOnlyDictionary<string, string> Parameter { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>The optimizers of an Iceberg table. Null if they were not requested.</summary>
    public IReadOnlyList<GlueTableOptimizer>? Optimizer { get; init => field = Listed.Of(value); }

    /// <summary>The statistics of its columns. Null if they were not requested.</summary>
    public IReadOnlyList<GlueColumnStatistic>? ColumnStatistic { get; init => field = Listed.Of(value); }

    /// <summary>The version's number, as text.</summary>
    public string? VersionId { get; init; }

    /// <summary>When it was created; local time.</summary>
    public DateTime? CreateTime { get; init; }

    /// <summary>When it was last changed; local time.</summary>
    public DateTime? UpdateTime { get; init; }

    /// <summary>Its creator: the ARN of a user, or of a session of a role.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>True if the location is registered with Lake Formation.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>Hive's class that reads files.</summary>
    public string? InputFormat { get; init; }

    /// <summary>Hive's class that writes files.</summary>
    public string? OutputFormat { get; init; }

    /// <summary>Hive's class that makes rows.</summary>
    public string? SerdeLibrary { get; init; }

    /// <summary>The parameters of <see cref="SerdeLibrary"/>.</summary>
    public IReadOnlyDictionary<string, string> SerdeParameter { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>The settings that no property has.</summary>
    internal IReadOnlyList<string> Further { get; init; } = [];

    /// <summary>The names of the columns and partition keys that have parameters.</summary>
    internal IReadOnlyList<string> ColumnWithParameters { get; init; } = [];

    /// <summary>The table's full name.</summary>
    /// <returns>Such as <c>sales.orders</c>.</returns>
    public override string ToString() => DatabaseName + "." + Name;
}
