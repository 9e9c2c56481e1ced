using System.Text.RegularExpressions;
using LakeTools.Help.Markdown;

namespace LakeTools.Help.Output;

/// <summary>The default that a parameter's text states, as 'Default: all.'</summary>
internal static partial class DefaultValue
{
    /// <summary>The text between 'Default: ' and the end of the sentence; null if the text states none.</summary>
    public static string? In(IReadOnlyList<Block> text) => text.OfType<Paragraph>()
        .Select(paragraph => Form().Match(PlainText.Of(paragraph.Text))).FirstOrDefault(match => match.Success)?.Groups[1].Value;

    [GeneratedRegex(@"(?:Default: |The default is )(.+?)(?:\.(?: |$)|;|$)")]
    private static partial Regex Form();
}
