using System.Text.RegularExpressions;

namespace LakeTools.Rules.Text;

/// <summary>Texts of which PowerShell makes other texts, because it reads them as numbers if they have no quotes.</summary>
/// <remarks>Source: about_Numeric_Literals.</remarks>
public static partial class PowerShellNumber
{
    /// <summary>Returns whether a text without quotes becomes another text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for such as <c>1.0</c>, <c>007</c>, <c>1e3</c>, <c>0x10</c> and <c>1kb</c>; false for <c>2024</c>.</returns>
    public static bool Changes(string text) => Number().IsMatch(text);

    [GeneratedRegex(
        @"\A(?!(0|[1-9][0-9]{0,17})\z)[+-]?(0x[0-9a-f]+|0b[01]+|([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?)(u?[ylsn]|[ud])?([kmgtp]b)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
