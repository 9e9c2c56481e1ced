using System.Text.RegularExpressions;

namespace LakeTools.Rules.Text;

/// <summary>
/// Names as one text, such as a cell of a CSV file: <c>id, region</c>. A name is in backticks if it contains what separates them, or has
/// spaces at its ends.
/// </summary>
public static partial class ListText
{
    private const string Mark = "`";

    /// <summary>Writes a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Such as <c>id</c> or <c>`a, b`</c>.</returns>
    public static string Item(string name) =>
        name.AsSpan().IndexOfAny(',', ';') < 0 && !name.StartsWith(Mark, StringComparison.Ordinal) && name.Trim().Length == name.Length
            ? name : Mark + name.Replace(Mark, Mark + Mark, StringComparison.Ordinal) + Mark;

    /// <summary>Reads the names of a text. Nothing between two separators is an empty name.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The names, in their order.</returns>
    public static IReadOnlyList<string> Read(string text)
    {
        var items = new List<string>();
        Match item;
        for (var at = 0; ; at = item.Index + item.Length)
        {
            item = ItemForm().Match(text, at);
            items.Add(item.Groups["marked"] is { Success: true } marked
                ? marked.Value.Replace(Mark + Mark, Mark, StringComparison.Ordinal) : item.Groups["plain"].Value);
            if (item.Groups["end"].Length == 0) return items;
        }
    }

    [GeneratedRegex(@"\G\s*(?:`(?<marked>(?:[^`]|``)*)`|(?<plain>[^,;]*?))\s*(?<end>[,;]|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex ItemForm();
}
