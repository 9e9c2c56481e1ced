using System.Text;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Nodes;

/// <summary>Puts values where a text names them: <c>${env}</c>. <c>$${</c> represents the sign itself.</summary>
/// <param name="findings">Receives the findings.</param>
internal sealed class DefinitionParameters(DefinitionFindings findings)
{
    // Characters of all filled texts together. A short file could otherwise ask for more than the memory holds.
    private const int MaxFilled = 64 * 1024 * 1024;

    private const string Open = "${";

    private int _filled;

    /// <summary>A text in which nothing is taken for a parameter.</summary>
    public static string Escape(string text) => text.Replace(Open, "$" + Open, StringComparison.Ordinal);

    /// <summary>The text that <see cref="Escape"/> got.</summary>
    public static string Unescape(string text) => text.Replace("$" + Open, Open, StringComparison.Ordinal);

    /// <summary>The reference to a parameter in a definition.</summary>
    public static string Reference(string name) => $"{Open}{name}}}";

    /// <summary>The name that is all of a text, and whose value takes its place, be it a text, a list or a map; null for any other text.
    /// </summary>
    public static string? Whole(string text) =>
        text.StartsWith(Open, StringComparison.Ordinal) && text.IndexOf('}', StringComparison.Ordinal) == text.Length - 1
            ? text[Open.Length..^1] : null;

    /// <summary>Notes that a part that is not read uses the names that are in it.</summary>
    public static void Mention(DefinitionNode node, DefinitionScope scope)
    {
        switch (node)
        {
            case DefinitionNode.Scalar { Text: { } text }:
                foreach (var part in text.Split(Open).Skip(1)) scope.Find(part.Split('}')[0], out _);
                break;
            case DefinitionNode.List list:
                foreach (var item in list.Items) Mention(item, scope);
                break;
            case DefinitionNode.Map map:
                foreach (var entry in map.Entries)
                {
                    Mention(new DefinitionNode.Scalar(entry.Key) { Place = entry.Place }, scope);
                    Mention(entry.Value, scope);
                }

                break;
        }
    }

    /// <summary>The value of a name; a name that is not known is a finding.</summary>
    public DefinitionNode? Find(string name, DefinitionPlace place, DefinitionScope scope)
    {
        if (scope.Find(name, out var known) is { } value) return value;
        var names = known.ToList();
        findings.Suggest(
            place,
            Fault.DefinitionParameterUnknown(name, names.Count == 0 ? "none" : string.Join(", ", names)),
            Spelling.Nearest(name, names));
        return null;
    }

    /// <summary>A text with its values filled in.</summary>
    public string Fill(string text, DefinitionPlace place, DefinitionScope scope)
    {
        if (!text.Contains(Open, StringComparison.Ordinal)) return text;
        var result = new StringBuilder();
        var from = 0;
        while (text.IndexOf(Open, from, StringComparison.Ordinal) is var open and >= 0)
        {
            var isEscape = open > from && text[open - 1] == '$';
            var close = isEscape ? open + Open.Length - 1 : text.IndexOf('}', open + Open.Length);
            if (close < 0)
            {
                findings.Add(place, Fault.DefinitionParameterOpen(Open, Reference("name"), "$" + Open));
                break;
            }

            result.Append(text, from, (isEscape ? open - 1 : open) - from);
            result.Append(isEscape ? Open : Text(text[(open + Open.Length)..close], place, scope));
            from = close + 1;
            if (result.Length > MaxFilled - _filled) break;
        }

        if (from == 0) return text;
        result.Append(text, from, text.Length - from);
        Take(result.Length, place);
        return result.ToString();
    }

    /// <summary>Counts the characters of a text that is filled in.</summary>
    public void Take(int length, DefinitionPlace place)
    {
        _filled += Math.Min(length, MaxFilled + 1);
        if (_filled <= MaxFilled) return;
        findings.Add(place, Fault.DefinitionUnreadable($"With its parameters filled in, it has more than {MaxFilled} characters."));
        throw new TooManyFindingsException();
    }

    // Within a text, only a text can stand.
    private string Text(string name, DefinitionPlace place, DefinitionScope scope)
    {
        if (Find(name, place, scope) is not { } value) return Reference(name);
        if (value is DefinitionNode.Scalar { Text: { } text }) return text;
        findings.Add(place, Fault.DefinitionTypeWrong($"{Reference(name)} within a text", "a text", value.Kind));
        return Reference(name);
    }
}
