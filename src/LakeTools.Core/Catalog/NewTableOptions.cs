namespace LakeTools.Core.Catalog;

/// <summary>A table to make.</summary>
public sealed record NewTableOptions
{
    /// <summary>The catalog; the caller's account where null.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The database's name.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds, at most 2048 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The columns, without the partition keys.</summary>
    public IReadOnlyList<GlueColumn> Column { get; init; } = [];

    /// <summary>The columns whose values are in the path of the files.</summary>
    public IReadOnlyList<GlueColumn> PartitionKey { get; init; } = [];

    /// <summary>For an Iceberg table: what it is partitioned by, such as <c>day(ts)</c>.</summary>
    public IReadOnlyList<string> PartitionTransform { get; init; } = [];

    /// <summary>Where the files lie: an S3 URI.</summary>
    public string? Location { get; init; }

    /// <summary>A name of <see cref="TableFormat.Names"/>, or <see cref="TableFormat.Iceberg"/>.</summary>
    public string Format { get; init; } = TableFormat.Names[0];

    /// <summary>What parts the fields of a line; the format's own where null.</summary>
    public char? Delimiter { get; init; }

    /// <summary>What encloses fields that hold the delimiter; a table with it is read by Hive's OpenCSV.</summary>
    public char? QuoteCharacter { get; init; }

    /// <summary>True where the first line of each file names the columns.</summary>
    public bool Header { get; init; }

    /// <summary>EXTERNAL_TABLE where null.</summary>
    public string? TableType { get; init; }

    /// <summary>Free parameters.</summary>
    public IReadOnlyDictionary<string, string>? Parameter { get; init; }

    /// <summary>Hive's class that reads files, in place of the format's.</summary>
    public string? InputFormat { get; init; }

    /// <summary>Hive's class that writes files, in place of the format's.</summary>
    public string? OutputFormat { get; init; }

    /// <summary>Hive's class that makes rows, in place of the format's.</summary>
    public string? SerdeLibrary { get; init; }

    /// <summary>Parameters of the SerDe, beside the format's.</summary>
    public IReadOnlyDictionary<string, string>? SerdeParameter { get; init; }

    /// <summary>True where the classes and parameters are all that the table is to have, and the format adds nothing.</summary>
    public bool IsExact { get; init; }

    /// <summary>True for an Iceberg table.</summary>
    internal bool IsIceberg => Format.Equals(TableFormat.Iceberg, StringComparison.OrdinalIgnoreCase);

    /// <summary>For a resource link: the table that it stands for; a link has nothing else of its own but a description.</summary>
    internal Amazon.Glue.Model.TableIdentifier? Target { get; init; }
}
