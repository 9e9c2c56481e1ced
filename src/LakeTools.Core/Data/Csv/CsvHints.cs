namespace LakeTools.Core.Data.Csv;

/// <summary>What is known beforehand of how delimited text is written; what is null is found by the text's beginning.</summary>
/// <param name="Delimiter">The delimiter of fields.</param>
/// <param name="Quote">The quote character.</param>
/// <param name="Header">Whether a line names the columns.</param>
internal sealed record CsvHints(char? Delimiter = null, char? Quote = null, bool? Header = null);
