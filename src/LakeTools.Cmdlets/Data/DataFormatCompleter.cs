namespace LakeTools.Cmdlets.Data;

/// <summary>Completes the data formats that can be read and written.</summary>
public sealed class DataFormatCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) => s_formats;

    private static readonly Candidate[] s_formats =
    [
        new("Csv", "Values between commas"),
        new("Tsv", "Values between tabs"),
        new("Json", "JSON Lines"),
        new("Parquet", "Columns in a compressed file"),
    ];
}
