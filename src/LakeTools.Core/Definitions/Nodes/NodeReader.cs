using System.Globalization;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Nodes;

/// <summary>Reads values out of nodes; what is wrong becomes a finding, and the value null.</summary>
/// <param name="findings">Gets what is wrong.</param>
/// <param name="accountId">The account that completes <c>role/name</c>; null where no principal is read.</param>
internal sealed class NodeReader(DefinitionFindings findings, string? accountId = null)
{
    public DefinitionFindings Findings => findings;

    /// <summary>A map with known keys.</summary>
    public DefinitionNode.Map? Map(DefinitionNode? node, string what, params string[] keys)
    {
        if (Open(node, what) is not { } map) return null;
        foreach (var entry in map.Entries.Where(entry => !keys.Contains(entry.Key)))
        {
            findings.Suggest(
                entry.Place,
                Fault.DefinitionKeyUnknown(entry.Key, what, Spelling.DidYouMean(entry.Key, keys), string.Join(", ", keys)),
                Spelling.Nearest(entry.Key, keys));
        }

        return map;
    }

    /// <summary>A map whose keys are names.</summary>
    public DefinitionNode.Map? Open(DefinitionNode? node, string what)
    {
        if (node is null or DefinitionNode.Scalar { Text: null }) return null;
        if (node is DefinitionNode.Map map)
        {
            foreach (var twice in map.Entries.GroupBy(entry => entry.Key).Where(group => group.Count() > 1))
                findings.Add(twice.Last().Place, Fault.DefinitionContradiction(twice.Key, twice.First().Place));
            return map;
        }

        Wrong(node, what, "a map");
        return null;
    }

    public IReadOnlyList<DefinitionNode> List(DefinitionNode? node, string what)
    {
        if (node is null or DefinitionNode.Scalar { Text: null }) return [];
        if (node is DefinitionNode.List list) return list.Items;
        Wrong(node, what, "a list");
        return [];
    }

    public string? Text(DefinitionNode? node, string what)
    {
        if (node is null or DefinitionNode.Scalar { Text: null }) return null;
        if (node is DefinitionNode.Scalar { Text: var text }) return text;
        Wrong(node, what, "a text");
        return null;
    }

    /// <summary>A principal's id.</summary>
    public string? Principal(DefinitionNode? node, string what) =>
        Text(node, what) is { } text ? Principal(text, node!.Place) : null;

    /// <summary>The id of a principal that stands in a place.</summary>
    public string? Principal(string text, DefinitionPlace place)
    {
        var principal = LakePrincipal.Read(text, accountId, "aws", out var problem);
        if (problem is not null) findings.Add(place, problem);
        return principal?.Id;
    }

    /// <summary>One of some words, as it is spelled among them.</summary>
    public string? Choice(DefinitionNode? node, string what, IReadOnlyCollection<string> allowed)
    {
        if (Text(node, what) is not { } text) return null;
        if (allowed.FirstOrDefault(one => one.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } choice) return choice;
        findings.Suggest(
            node!.Place,
            Fault.DefinitionValueUnknown(text, what, Spelling.DidYouMean(text, allowed), string.Join(", ", allowed)),
            Spelling.Nearest(text, allowed));
        return null;
    }

    /// <summary>One text or a list of texts.</summary>
    public IReadOnlyList<(string Text, DefinitionPlace Place)> Many(DefinitionNode? node, string what) => node switch
    {
        null or DefinitionNode.Scalar { Text: null } => [],
        DefinitionNode.Scalar { Text: { } text } => [(text, node.Place)],
        DefinitionNode.List list => [.. list.Items.Select(item => (Text: Text(item, what), item.Place)).Where(item => item.Text is not null)
            .Select(item => (item.Text!, item.Place))],
        _ => Nothing(node, what),
    };

    public bool? Truth(DefinitionNode? node, string what)
    {
        if (Text(node, what) is not { } text) return null;
        if (bool.TryParse(text, out var value)) return value;
        Wrong(node!, what, "true or false");
        return null;
    }

    public int? Number(DefinitionNode? node, string what)
    {
        if (Text(node, what) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return value;
        Wrong(node!, what, "a whole number");
        return null;
    }

    /// <summary>A map of texts.</summary>
    public IReadOnlyList<(string Key, string Value, DefinitionPlace Place)> Pairs(DefinitionNode? node, string what) =>
        Open(node, what) is not { } map ? []
        : [.. map.Entries.Select(entry => (entry.Key, Value: Text(entry.Value, $"{what}.{entry.Key}"), entry.Place))
            .Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!, pair.Place))];

    public void Missing(DefinitionNode at, string what, string key) =>
        findings.Add(at.Place, Fault.DefinitionKeyMissing(what, key));

    private IReadOnlyList<(string, DefinitionPlace)> Nothing(DefinitionNode node, string what)
    {
        Wrong(node, what, "a text or a list of texts");
        return [];
    }

    private void Wrong(DefinitionNode node, string what, string wanted) =>
        findings.Add(
            node.Place,
            Fault.DefinitionTypeWrong(what, wanted, node is DefinitionNode.Scalar { Text: { } text } ? $"'{text}'" : node.Kind));
}
