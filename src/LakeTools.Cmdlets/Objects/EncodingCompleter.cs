namespace LakeTools.Cmdlets.Objects;

/// <summary>Completes the encodings that files of text are often written in.</summary>
public sealed class EncodingCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) => s_encodings;

    private static readonly Candidate[] s_encodings =
    [
        new("utf-8", "Unicode, as most files are"),
        new("utf-16", "Unicode, as Windows PowerShell writes it"),
        new("windows-1252", "Western Europe, as Excel writes it"),
        new("iso-8859-1", "Western Europe, Latin 1"),
        new("windows-1250", "Central Europe"),
        new("windows-1251", "Cyrillic"),
        new("shift_jis", "Japanese, as Excel writes it"),
        new("euc-jp", "Japanese, of UNIX"),
        new("gb18030", "Chinese, simplified"),
        new("big5", "Chinese, traditional"),
        new("euc-kr", "Korean"),
    ];
}
