namespace LakeTools.Core.Data.Import;

/// <summary>What a file's rows look like.</summary>
/// <param name="Columns">The columns in order, with names that Hive takes and Hive types.</param>
/// <param name="Format">The form: <c>Csv</c>, <c>Tsv</c>, <c>Json</c>, <c>Parquet</c>.</param>
/// <param name="Delimiter">What parts the fields of delimited text, else null.</param>
/// <param name="Header">True where the first line names the columns.</param>
public sealed record InferredSchema(IReadOnlyList<GlueColumn> Columns, string Format, char? Delimiter, bool Header);
