namespace LakeTools.Core.Catalog;

/// <summary>The changes of a table. Null means no change.</summary>
public sealed record TableChange
{
    /// <summary>The catalog. Null for the connection's catalog.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The database's name.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table's name.</summary>
    public required string Name { get; init; }

    /// <summary>The description. Empty removes it.</summary>
    public string? Description { get; init; }

    /// <summary>Receives what the change removes besides what was specified. Null if it is not needed.</summary>
    public Action<string>? OnWarning { get; init; }

    /// <summary>Columns that replace all columns, without the partition keys.</summary>
    public IReadOnlyList<GlueColumn>? Column { get; init; }

    /// <summary>Columns to append. An existing column gets this type and comment.</summary>
    public IReadOnlyList<GlueColumn> AddColumn { get; init; } = [];

    /// <summary>Names of columns to remove.</summary>
    public IReadOnlyList<string> RemoveColumn { get; init; } = [];

    /// <summary>New names of columns, by old name. For Iceberg tables only.</summary>
    public IReadOnlyDictionary<string, string> RenameColumn { get; init; } = new Dictionary<string, string>();

    /// <summary>The new partition transforms of an Iceberg table, such as <c>day(ts)</c>. Empty for none.</summary>
    public IReadOnlyList<string>? PartitionTransform { get; init; }

    /// <summary>True if columns or partition transforms change.</summary>
    internal bool HasColumns => Column is not null || AddColumn.Count > 0 || RemoveColumn.Count > 0 || RenameColumn.Count > 0
        || PartitionTransform is not null;

    /// <summary>True if Hive's classes or their parameters change.</summary>
    internal bool HasClasses => (Format ?? InputFormat ?? OutputFormat ?? SerdeLibrary) is not null
        || Delimiter is not null || QuoteCharacter is not null || Header is not null;

    /// <summary>True if something other than columns changes.</summary>
    internal bool HasOthers => HasClasses || (Description ?? Location ?? TableType) is not null
        || Parameter is not null || SerdeParameter is not null;

    /// <summary>The location of the files: an S3 URI.</summary>
    public string? Location { get; init; }

    /// <summary>
    /// A name of <see cref="TableFormat.Names"/>: replaces the classes with those of that format, and keeps the parameters that mean the
    /// same to them.
    /// </summary>
    public string? Format { get; init; }

    /// <summary>The delimiter of fields.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The quote character.</summary>
    public char? QuoteCharacter { get; init; }

    /// <summary>Whether the first line of each file names the columns.</summary>
    public bool? Header { get; init; }

    /// <summary>Such as EXTERNAL_TABLE.</summary>
    public string? TableType { get; init; }

    /// <summary>Parameters to set. A null value removes one. Others are kept.</summary>
    public IReadOnlyDictionary<string, string?>? Parameter { get; init; }

    /// <summary>Hive's class that reads files.</summary>
    public string? InputFormat { get; init; }

    /// <summary>Hive's class that writes files.</summary>
    public string? OutputFormat { get; init; }

    /// <summary>Hive's class that makes rows.</summary>
    public string? SerdeLibrary { get; init; }

    /// <summary>SerDe parameters to set. A null value removes one. Others are kept.</summary>
    public IReadOnlyDictionary<string, string?>? SerdeParameter { get; init; }
}
