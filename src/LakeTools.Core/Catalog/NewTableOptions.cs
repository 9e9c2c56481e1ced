namespace LakeTools.Core.Catalog;

/// <summary>A table to make.</summary>
public sealed record NewTableOptions
{
    /// <summary>The catalog. Null for the caller's account.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The database's name.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The description, at most 2048 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The owner. It grants nothing.</summary>
    public string? Owner { get; init; }

    /// <summary>The columns, without the partition keys.</summary>
    public IReadOnlyList<GlueColumn> Column { get; init; } = [];

    /// <summary>The partition keys, whose values are in the paths of the files.</summary>
    public IReadOnlyList<GlueColumn> PartitionKey { get; init; } = [];

    /// <summary>For an Iceberg table: its partition transforms, such as <c>day(ts)</c>.</summary>
    public IReadOnlyList<string> PartitionTransform { get; init; } = [];

    /// <summary>The location of the files: an S3 URI.</summary>
    public string? Location { get; init; }

    /// <summary>A name of <see cref="TableFormat.Names"/>, or <see cref="TableFormat.Iceberg"/>.</summary>
    public string Format { get; init; } = TableFormat.Names[0];

    /// <summary>The delimiter of fields. Null for that of the format.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The quote character. A table with one is read by Hive's OpenCSV.</summary>
    public char? QuoteCharacter { get; init; }

    /// <summary>True if the first line of each file names the columns.</summary>
    public bool Header { get; init; }

    /// <summary>EXTERNAL_TABLE if null.</summary>
    public string? TableType { get; init; }

    /// <summary>Free parameters.</summary>
    public IReadOnlyDictionary<string, string>? Parameter { get; init; }

    /// <summary>Hive's class that reads files, in place of the format's.</summary>
    public string? InputFormat { get; init; }

    /// <summary>Hive's class that writes files, in place of the format's.</summary>
    public string? OutputFormat { get; init; }

    /// <summary>Hive's class that makes rows, in place of the format's.</summary>
    public string? SerdeLibrary { get; init; }

    /// <summary>Parameters of the SerDe, in addition to those of the format.</summary>
    public IReadOnlyDictionary<string, string>? SerdeParameter { get; init; }

    /// <summary>For the copy of a table: what it changes of these classes and parameters, to which the format adds nothing.</summary>
    public TableChange? Copy { get; init; }

    /// <summary>True for an Iceberg table.</summary>
    internal bool IsIceberg => Format.Equals(TableFormat.Iceberg, StringComparison.OrdinalIgnoreCase);

    /// <summary>For a resource link: the table that it represents; a link has only a description in addition.</summary>
    internal Amazon.Glue.Model.TableIdentifier? Target { get; init; }
}
