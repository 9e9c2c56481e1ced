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

    /// <summary>What it holds.</summary>
    public string? Description { get; init; }

    /// <summary>The columns, without the partition keys.</summary>
    public IReadOnlyList<GlueColumn> Column { get; init => field = Listed.Of(value); } = Listed.None<GlueColumn>();

    /// <summary>The columns whose values are in the path of the files.</summary>
    public IReadOnlyList<GlueColumn> PartitionKey { get; init => field = Listed.Of(value); } = Listed.None<GlueColumn>();

    /// <summary>
    /// How an Iceberg table is partitioned, such as <c>day(ts)</c>; null for other tables, and where its metadata was not read.
    /// </summary>
    public IReadOnlyList<string>? PartitionTransform { get; init => field = Listed.Of(value); }

    /// <summary>Where the files lie: an S3 URI.</summary>
    public string? Location { get; init; }

    /// <summary>
    /// Iceberg, Delta or Hudi where the catalog says so; else Csv, Tsv, Json, Parquet, Orc, Avro or Text by the table's classes; null
    /// where they say none of them.
    /// </summary>
    public string? Format { get; init; }

    /// <summary>What parts the fields of a line; null where the format has no delimiter.</summary>
    public char? Delimiter { get; init; }

    /// <summary>What encloses fields that hold the delimiter; null where none does.</summary>
    public char? QuoteCharacter { get; init; }

    /// <summary>True where the first line of each file names the columns.</summary>
    public bool Header { get; init; }

    /// <summary>EXTERNAL_TABLE, VIRTUAL_VIEW or another word.</summary>
    public string? TableType { get; init; }

    /// <summary>Of a view: its text, in the language of the engine that made it; null for others.</summary>
    public string? ViewOriginalText { get; init; }

    /// <summary>Of a view: its text with every name written out, or what its engine has there; null for others.</summary>
    public string? ViewExpandedText { get; init; }

    /// <summary>Of a view that is written for several engines: which ones, such as ATHENA and SPARK.</summary>
    public IReadOnlyList<string> ViewDialect { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>True for a resource link, which stands for a table of another name, account or Region.</summary>
    public bool IsResourceLink => TargetTableName is not null;

    /// <summary>For a resource link: the catalog of its target.</summary>
    public string? TargetCatalogId { get; init; }

    /// <summary>For a resource link: the Region of its target; null for the same one.</summary>
    public string? TargetRegion { get; init; }

    /// <summary>For a resource link: the database that it stands for, or that holds the table.</summary>
    public string? TargetDatabaseName { get; init; }

    /// <summary>For a resource link: the table that it stands for.</summary>
    public string? TargetTableName { get; init; }

    /// <summary>Free parameters.</summary>
    public IReadOnlyDictionary<string, string> Parameter { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>The optimizers of an Iceberg table; null where they were not asked for.</summary>
    public IReadOnlyList<GlueTableOptimizer>? Optimizer { get; init => field = Listed.Of(value); }

    /// <summary>What is known of the values of its columns; null where it was not asked for.</summary>
    public IReadOnlyList<GlueColumnStatistic>? ColumnStatistic { get; init => field = Listed.Of(value); }

    /// <summary>The version's number, as text.</summary>
    public string? VersionId { get; init; }

    /// <summary>When it was made; local time.</summary>
    public DateTime? CreateTime { get; init; }

    /// <summary>When it was last changed; local time.</summary>
    public DateTime? UpdateTime { get; init; }

    /// <summary>Who made it: an ARN.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>True where Lake Formation guards the files.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>Hive's class that reads files.</summary>
    public string? InputFormat { get; init; }

    /// <summary>Hive's class that writes files.</summary>
    public string? OutputFormat { get; init; }

    /// <summary>Hive's class that makes rows.</summary>
    public string? SerdeLibrary { get; init; }

    /// <summary>The parameters of <see cref="SerdeLibrary"/>.</summary>
    public IReadOnlyDictionary<string, string> SerdeParameter { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>The table's full name.</summary>
    /// <returns>Such as <c>sales.orders</c>.</returns>
    public override string ToString() => DatabaseName + "." + Name;
}
