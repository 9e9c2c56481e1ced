using System.Text.RegularExpressions;

namespace Microsoft.PowerShell.Commands;

/// <summary>What Select-String emits.</summary>
public sealed record MatchInfo(string Line, int LineNumber, string Path, Match[] Matches)
{
    public string Filename => System.IO.Path.GetFileName(Path);

    public override string ToString() => Path == "InputStream" ? Line : $"{Filename}:{LineNumber}:{Line}";
}
