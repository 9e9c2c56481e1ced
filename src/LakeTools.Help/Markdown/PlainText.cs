using System.Text.RegularExpressions;

namespace LakeTools.Help.Markdown;

/// <summary>Marked text as a console shows it.</summary>
internal static partial class PlainText
{
    /// <summary>The text without its marks; a link to elsewhere keeps its address.</summary>
    public static string Of(string marked) => Mark().Replace(marked, mark =>
        mark.Groups["code"].Success ? mark.Groups["code"].Value
        : mark.Groups["bold"].Success ? mark.Groups["bold"].Value
        : mark.Groups["escaped"].Success ? mark.Groups["escaped"].Value
        : Link(Of(mark.Groups["text"].Value), mark.Groups["to"].Value));

    private static string Link(string text, string to) => to.StartsWith("http", StringComparison.Ordinal) ? $"{text} ({to})" : text;

    [GeneratedRegex(@"`(?<code>[^`]+)`|\*\*(?<bold>[^*]+)\*\*|\\(?<escaped>[\\*_<>\[\]|])|\[(?<text>[^\]]+)\]\((?<to>[^)]+)\)")]
    private static partial Regex Mark();
}
