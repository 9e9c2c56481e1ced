using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>The facts of resource links. A link has no others: what else it shows is its target's.</summary>
internal static class LinkFacts
{
    public const string TargetDatabase = "targetDatabase";
    public const string TargetTable = "targetTable";
    public const string TargetCatalog = "targetCatalog";
    public const string TargetRegion = "targetRegion";

    private const string Prefix = "target";

    /// <summary>Whether facts are those of a resource link.</summary>
    public static bool IsLink(IReadOnlyDictionary<string, string> facts) => facts.ContainsKey(TargetDatabase);

    /// <summary>Whether a fact is a link's own.</summary>
    public static bool IsOfLink(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The facts of a thing itself, and not of what it links to.</summary>
    public static IReadOnlyDictionary<string, string> OfItself(IReadOnlyDictionary<string, string> facts) => !IsLink(facts) ? facts
        : StateItem.FactsOf(facts.Where(fact => IsOfLink(fact.Key))
            .Select(fact => (fact.Key, (string?)fact.Value)));

    /// <summary>The error of a link that is to become another one, or none.</summary>
    public static LakeException Fixed(string name) => Fault.ResourceLinkFixed(name, name);
}
