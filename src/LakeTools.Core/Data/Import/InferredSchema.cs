namespace LakeTools.Core.Data.Import;

/// <summary>The columns and format that a file's rows have.</summary>
/// <param name="Columns">The columns in order, with names that Hive takes and Hive types.</param>
/// <param name="Format">The form: <c>Csv</c>, <c>Tsv</c>, <c>Json</c>, <c>Parquet</c>.</param>
/// <param name="Delimiter">The delimiter of delimited text, otherwise null.</param>
/// <param name="Header">True if the first line names the columns.</param>
public sealed record InferredSchema(IReadOnlyList<GlueColumn> Columns, string Format, char? Delimiter, bool Header)
{
    /// <summary>The quote character, if the file has fields that need it. Otherwise null.</summary>
    public char? QuoteCharacter { get; init; }

    /// <summary>The partition keys that the folders below the address give, as text.</summary>
    public IReadOnlyList<GlueColumn> PartitionKeys { get; init; } = [];

    /// <summary>Parameters of the table by which its files are read as they were inferred.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Parameters of the SerDe by which its files are read as they were inferred.</summary>
    public IReadOnlyDictionary<string, string> SerdeParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The differences between the table's rows and the file's content.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
