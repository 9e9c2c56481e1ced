using System.Text.RegularExpressions;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Nodes;

/// <summary>Puts parameters' values where a definition names them: <c>${env}</c>. <c>$${</c> stands for the sign itself.</summary>
/// <param name="values">The values by name.</param>
/// <param name="findings">Gets what is wrong.</param>
internal sealed class DefinitionParameters(IReadOnlyDictionary<string, string> values, DefinitionFindings findings)
{
    private static readonly Regex s_named =
        new(@"\$(?<escape>\$)?\{(?<name>[^}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

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

    private string Fill(string text, DefinitionPlace place) =>
        !text.Contains("${", StringComparison.Ordinal) ? text : s_named.Replace(text, match =>
    {
        if (match.Groups["escape"].Success) return match.Value[1..];
        var name = match.Groups["name"].Value;
        if (values.TryGetValue(name, out var value)) return value;
        var known = values.Count == 0 ? "none" : string.Join(", ", values.Keys.Order(StringComparer.Ordinal));
        findings.Suggest(place, Fault.DefinitionParameterUnknown(name, known), Spelling.Nearest(name, values.Keys));
        return match.Value;
    });
}
