namespace LakeTools.Core.Data.Csv;

/// <summary>The known properties of delimited text; each null is detected from the beginning of the text.</summary>
/// <param name="Delimiter">The delimiter of fields.</param>
/// <param name="Quote">The quote character.</param>
/// <param name="Header">Whether a line names the columns.</param>
internal sealed record CsvHints(char? Delimiter = null, char? Quote = null, bool? Header = null);
