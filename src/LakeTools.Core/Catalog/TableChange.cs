namespace LakeTools.Core.Catalog;

/// <summary>What to change of a table; what is null stays as it is.</summary>
public sealed record TableChange
{
    /// <summary>The catalog; the connection's where null.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The database's name.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds; empty takes the description away.</summary>
    public string? Description { get; init; }

    /// <summary>Columns in place of all that there are, without the partition keys.</summary>
    public IReadOnlyList<GlueColumn>? Column { get; init; }

    /// <summary>Columns to put behind those that there are; one that is there gets this type and comment in its place.</summary>
    public IReadOnlyList<GlueColumn> AddColumn { get; init; } = [];

    /// <summary>Names of columns to take away.</summary>
    public IReadOnlyList<string> RemoveColumn { get; init; } = [];

    /// <summary>New names of columns by the former ones; of an Iceberg table alone.</summary>
    public IReadOnlyDictionary<string, string> RenameColumn { get; init; } = new Dictionary<string, string>();

    /// <summary>What an Iceberg table is partitioned by from now on, such as <c>day(ts)</c>; empty for nothing.</summary>
    public IReadOnlyList<string>? PartitionTransform { get; init; }

    /// <summary>True where columns change, or what the table is partitioned by.</summary>
    internal bool HasColumns => Column is not null || AddColumn.Count > 0 || RemoveColumn.Count > 0 || RenameColumn.Count > 0
        || PartitionTransform is not null;

    /// <summary>True where Hive's classes change, or what they read by.</summary>
    internal bool HasClasses => (Format ?? InputFormat ?? OutputFormat ?? SerdeLibrary) is not null
        || Delimiter is not null || QuoteCharacter is not null || Header is not null;

    /// <summary>True where anything else than columns changes.</summary>
    internal bool HasOthers => HasClasses || (Description ?? Location ?? TableType) is not null
        || Parameter is not null || SerdeParameter is not null;

    /// <summary>Where the files lie: an S3 URI.</summary>
    public string? Location { get; init; }

    /// <summary>A name of <see cref="TableFormat.Names"/>: brings that format's classes in place of those that there are.</summary>
    public string? Format { get; init; }

    /// <summary>What parts the fields of a line.</summary>
    public char? Delimiter { get; init; }

    /// <summary>What encloses fields that hold the delimiter.</summary>
    public char? QuoteCharacter { get; init; }

    /// <summary>Whether the first line of each file names the columns.</summary>
    public bool? Header { get; init; }

    /// <summary>Such as EXTERNAL_TABLE.</summary>
    public string? TableType { get; init; }

    /// <summary>Parameters to set; a null value takes one away. Others stay.</summary>
    public IReadOnlyDictionary<string, string?>? Parameter { get; init; }

    /// <summary>Hive's class that reads files.</summary>
    public string? InputFormat { get; init; }

    /// <summary>Hive's class that writes files.</summary>
    public string? OutputFormat { get; init; }

    /// <summary>Hive's class that makes rows.</summary>
    public string? SerdeLibrary { get; init; }

    /// <summary>Parameters of the SerDe to set; a null value takes one away. Others stay.</summary>
    public IReadOnlyDictionary<string, string?>? SerdeParameter { get; init; }
}
