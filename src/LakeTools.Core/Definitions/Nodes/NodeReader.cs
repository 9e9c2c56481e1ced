using System.Globalization;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Nodes;

/// <summary>Reads values out of nodes; what is wrong becomes a finding, and the value null.</summary>
/// <param name="findings">Receives the findings.</param>
/// <param name="home">Completes <c>role/name</c>. Its account is null if it is not known.</param>
internal sealed class NodeReader(DefinitionFindings findings, LakeHome home)
{
    private readonly LakeHome _known = home with { AccountId = home.AccountId ?? LakePrincipal.AnyAccount };

    public DefinitionFindings Findings => findings;

    /// <summary>The account of the lake; null if it is not known.</summary>
    public string? AccountId => home.AccountId;

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
    /// <param name="node">The map; null if its key does not exist.</param>
    /// <param name="what">The name of the node in findings.</param>
    /// <param name="areFolded">True if names that differ in case only name one thing.</param>
    public DefinitionNode.Map? Open(DefinitionNode? node, string what, bool areFolded = false)
    {
        if (node is null) return null;
        if (node is DefinitionNode.Map map)
        {
            var comparer = areFolded ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
            foreach (var meeting in map.Entries.GroupBy(entry => entry.Key, comparer).Where(group => group.Count() > 1))
            {
                var (first, last) = (meeting.First(), meeting.Last());
                findings.Add(
                    last.Place,
                    first.Key == last.Key
                        ? Fault.DefinitionContradiction(last.Key, first.Place)
                        : Fault.DefinitionNamesMeet(last.Key, first.Key, first.Place));
            }

            return map;
        }

        Wrong(node, what, "a map");
        return null;
    }

    public IReadOnlyList<DefinitionNode> List(DefinitionNode? node, string what)
    {
        if (node is null) return [];
        if (node is DefinitionNode.List list) return list.Items;
        Wrong(node, what, "a list");
        return [];
    }

    public string? Text(DefinitionNode? node, string what)
    {
        if (node is null) return null;
        if (node is DefinitionNode.Scalar { Text: { } text }) return text;
        Wrong(node, what, "a text");
        return null;
    }

    /// <summary>A principal's id.</summary>
    public string? Principal(DefinitionNode? node, string what) =>
        Text(node, what) is { } text ? Principal(text, node!.Place) : null;

    /// <summary>The id of a principal that is in a place.</summary>
    public string? Principal(string text, DefinitionPlace place)
    {
        var principal = LakePrincipal.Read(text, _known, out var problem);
        if (problem is not null) findings.Add(place, problem);
        return principal?.Id;
    }

    /// <summary>A role's ARN, or its name where it stands alone, as Glue takes both. Glue uses roles of its own account only.</summary>
    public string? Role(DefinitionNode? node, string what) => Role(node, what, isNameEnough: true, home.AccountId);

    /// <summary>A role's ARN.</summary>
    public string? RoleArn(DefinitionNode? node, string what) => Role(node, what, isNameEnough: false, null);

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

    /// <summary>Finds keys whose value is empty, because the map would name a larger resource without them.</summary>
    /// <param name="map">The map.</param>
    /// <param name="what">The name of the map in findings.</param>
    /// <param name="keys">The keys.</param>
    /// <returns>True if every one of the keys that the map has names something.</returns>
    public bool HasNames(DefinitionNode.Map map, string what, params string[] keys)
    {
        var empty = map.Entries.Where(entry => keys.Contains(entry.Key) && IsEmpty(entry.Value)).ToList();
        foreach (var entry in empty) findings.Add(entry.Value.Place, Fault.ResourceNameEmpty(null, $"{what}.{entry.Key}"));
        return empty.Count == 0;
    }

    /// <summary>One text or a list of texts.</summary>
    public IReadOnlyList<(string Text, DefinitionPlace Place)> Many(DefinitionNode? node, string what) => node switch
    {
        null => [],
        DefinitionNode.Scalar { Text: { } text } => [(text, node.Place)],
        DefinitionNode.List list => [.. list.Items.Select(item => (Text: Text(item, what), item.Place)).Where(item => item.Text is not null)
            .Select(item => (item.Text!, item.Place))],
        _ => Nothing(node, what),
    };

    /// <summary>The same, without empty texts, which are findings.</summary>
    public IReadOnlyList<(string Text, DefinitionPlace Place)> Filled(DefinitionNode? node, string what) =>
        [.. Many(node, what).Where(text => IsFilled(text.Text, text.Place, what))];

    /// <summary>Whether a text is not empty; otherwise it is a finding.</summary>
    public bool IsFilled(string text, DefinitionPlace place, string what)
    {
        if (text.Length > 0) return true;
        findings.Add(place, Fault.DefinitionTypeWrong(what, "a text", "an empty one"));
        return false;
    }

    /// <summary>Whether a text has no blanks at its ends; otherwise it is a finding.</summary>
    public bool IsTrimmed(string text, DefinitionPlace place, string what)
    {
        if (text == text.Trim()) return true;
        findings.Add(place, Fault.DefinitionTypeWrong(what, "a text without spaces at its ends", $"'{text}'"));
        return false;
    }

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
        Wrong(node!, what, "an integer");
        return null;
    }

    public double? Amount(DefinitionNode? node, string what)
    {
        if (Text(node, what) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return value;
        Wrong(node!, what, "a number");
        return null;
    }

    /// <summary>A whole number within bounds, both of which are allowed.</summary>
    public int? Number(DefinitionNode? node, string what, int least, int most)
    {
        if (Number(node, what) is not { } value) return null;
        if (value >= least && value <= most) return value;
        Wrong(node!, what, $"an integer from {least} to {most}");
        return null;
    }

    /// <summary>A text as a rule of another part of the module takes it; what the rule refuses is a finding.</summary>
    public string? Checked(DefinitionNode? node, string what, Func<string, string?> rule) =>
        Text(node, what) is { } text ? Checked(text, node!.Place, rule) : null;

    /// <summary>The same of a text that is in a place.</summary>
    public string? Checked(string text, DefinitionPlace place, Func<string, string?> rule)
    {
        string? taken = null;
        return findings.Try(place, () => taken = rule(text)) ? taken : null;
    }

    /// <summary>A map of texts.</summary>
    /// <param name="node">The map; null if its key does not exist.</param>
    /// <param name="what">The name of the node in findings.</param>
    /// <param name="areFolded">True if names that differ in case only name one thing.</param>
    public IReadOnlyList<(string Key, string Value, DefinitionPlace Place)> Pairs(DefinitionNode? node, string what,
        bool areFolded = false) =>
        Open(node, what, areFolded) is not { } map ? []
        : [.. map.Entries.Select(entry => (entry.Key, Value: Text(entry.Value, $"{what}.{entry.Key}"), entry.Place))
            .Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!, pair.Place))];

    /// <summary>Finds a text that is not what it must be.</summary>
    public void Wrong(DefinitionNode node, string what, string wanted) =>
        findings.Add(
            node.Place,
            Fault.DefinitionTypeWrong(what, wanted, node is DefinitionNode.Scalar { Text: { } text } ? $"'{text}'" : node.Kind));

    public void Missing(DefinitionNode at, string what, string key) =>
        findings.Add(at.Place, Fault.DefinitionKeyMissing(what, key));

    private string? Role(DefinitionNode? node, string what, bool isNameEnough, string? ofAccount)
    {
        if (Text(node, what) is not { } text) return null;
        if (!findings.Try(node!.Place, () => LakePrincipal.CheckRole(text, isNameEnough, ofAccount))) return null;
        return LakePrincipal.NeedsAccount(text) ? Principal(text, node.Place) : text;
    }

    private static bool IsEmpty(DefinitionNode node) => node switch
    {
        DefinitionNode.Map map => map.Entries.Count == 0 || map.Entries.Any(entry => IsEmpty(entry.Value)),
        DefinitionNode.List list => list.Items.Count == 0 || list.Items.Any(IsEmpty),
        _ => node is DefinitionNode.Scalar { Text: { } text } && string.IsNullOrWhiteSpace(text),
    };

    private IReadOnlyList<(string, DefinitionPlace)> Nothing(DefinitionNode node, string what)
    {
        Wrong(node, what, "a text or a list of texts");
        return [];
    }
}
