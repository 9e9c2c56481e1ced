using System.Text;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Nodes;

/// <summary>Puts parameters' values where a definition names them: <c>${env}</c>. <c>$${</c> stands for the sign itself.</summary>
/// <param name="values">The values by name.</param>
/// <param name="findings">Gets what is wrong.</param>
internal sealed class DefinitionParameters(IReadOnlyDictionary<string, string> values, DefinitionFindings findings)
{
    // Characters of all filled texts together. A short file could otherwise ask for more than the memory holds.
    private const int MaxFilled = 64 * 1024 * 1024;

    private int _filled;

    /// <summary>A text in which nothing is taken for a parameter.</summary>
    public static string Escape(string text) => text.Replace("${", "$${", StringComparison.Ordinal);

    public DefinitionNode Fill(DefinitionNode node) => node switch
    {
        DefinitionNode.Scalar { Text: { } text } scalar => scalar with { Text = Fill(text, scalar.Place) },
        DefinitionNode.List list => list with { Items = [.. list.Items.Select(Fill)] },
        DefinitionNode.Map map => map with { Entries =
            [.. map.Entries.Select(entry => entry with { Key = Fill(entry.Key, entry.Place), Value = Fill(entry.Value) })] },
        _ => node,
    };

    private string Fill(string text, DefinitionPlace place)
    {
        const string Open = "${";
        var result = new StringBuilder();
        var from = 0;
        while (text.IndexOf(Open, from, StringComparison.Ordinal) is var open and >= 0)
        {
            var isEscape = open > from && text[open - 1] == '$';
            var close = isEscape ? open + Open.Length - 1 : text.IndexOf('}', open + Open.Length);
            if (close < 0)
            {
                findings.Add(place, Fault.DefinitionParameterOpen(Open, "${name}", "$${"));
                break;
            }

            result.Append(text, from, (isEscape ? open - 1 : open) - from);
            result.Append(isEscape ? Open : Value(text[(open + Open.Length)..close], place));
            from = close + 1;
            if (result.Length > MaxFilled - _filled) break;
        }

        if (from == 0) return text;
        result.Append(text, from, text.Length - from);
        _filled += Math.Min(result.Length, MaxFilled);
        if (_filled <= MaxFilled && result.Length <= MaxFilled) return result.ToString();
        findings.Add(place, Fault.DefinitionUnreadable($"With its parameters filled in, it has more than {MaxFilled} characters."));
        throw new TooManyFindingsException();
    }

    private string Value(string name, DefinitionPlace place)
    {
        if (values.TryGetValue(name, out var value)) return value;
        var known = values.Count == 0 ? "none" : string.Join(", ", values.Keys.Order(StringComparer.Ordinal));
        findings.Suggest(place, Fault.DefinitionParameterUnknown(name, known), Spelling.Nearest(name, values.Keys));
        return $"${{{name}}}";
    }
}
