using LakeTools.Core.Definitions.Nodes;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Language;

/// <summary>
/// Puts the parts of a definition together: maps key by key, lists one after the other. A text that is another one here and there is a
/// contradiction.
/// </summary>
/// <param name="findings">Receives the findings.</param>
internal sealed class DefinitionMerge(DefinitionFindings findings)
{
    /// <summary>Merges parts, in linear time.</summary>
    /// <param name="parts">The parts, at least one. The first determines the type of the result.</param>
    public DefinitionNode Of(IReadOnlyList<DefinitionNode> parts)
    {
        var first = parts[0];
        if (parts.Count == 1) return first;
        var same = parts.Where(part => part.GetType() == first.GetType()).ToList();
        foreach (var other in parts.Except(same, ReferenceEqualityComparer.Instance).Cast<DefinitionNode>()) Differs(first, other);
        switch (first)
        {
            case DefinitionNode.Map map:
                return map with { Entries = Entries([.. same.Cast<DefinitionNode.Map>()]) };
            case DefinitionNode.List list:
                return list with { Items = [.. same.Cast<DefinitionNode.List>().SelectMany(part => part.Items)] };
            default:
                var text = ((DefinitionNode.Scalar)first).Text;
                foreach (var other in same.Where(part => ((DefinitionNode.Scalar)part).Text != text)) Differs(first, other);
                return first;
        }
    }

    // A key that occurs twice in one map is a separate finding.
    private List<DefinitionEntry> Entries(List<DefinitionNode.Map> maps)
    {
        var entries = new List<(DefinitionEntry Entry, List<DefinitionNode> Values)>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var map in maps)
        {
            var here = new HashSet<string>(StringComparer.Ordinal);
            foreach (var entry in map.Entries)
            {
                if (here.Add(entry.Key) && known.TryGetValue(entry.Key, out var index))
                {
                    entries[index].Values.Add(entry.Value);
                    continue;
                }

                known.TryAdd(entry.Key, entries.Count);
                entries.Add((entry, [entry.Value]));
            }
        }

        return entries.ConvertAll(pair => pair.Values.Count == 1 ? pair.Entry : pair.Entry with { Value = Of(pair.Values) });
    }

    private void Differs(DefinitionNode one, DefinitionNode other) => findings.Add(
        other.Place,
        Fault.DefinitionContradiction((other as DefinitionNode.Scalar)?.Text ?? other.Kind, one.Place));
}
