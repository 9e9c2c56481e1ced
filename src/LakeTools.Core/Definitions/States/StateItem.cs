using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.States;

/// <summary>
/// One thing of a lake's state: its name and its facts, each a text. Whatever has parts (values of a tag, parameters of a table,
/// permissions of a grant) has a fact for each part, so that comparing two things is comparing facts one by one, whatever they are about.
/// </summary>
/// <param name="Key">The thing.</param>
/// <param name="Facts">The facts by name, sorted.</param>
public sealed record StateItem(StateKey Key, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>A grant's or an opt-in's principal; else null.</summary>
    public string? Principal { get; init; }

    /// <summary>
    /// What it is about, where that is a resource of Lake Formation's: for grants, opt-ins, tables, databases, filters. Else null.
    /// </summary>
    public LakeResource? Resource { get; init; }

    /// <summary>Of a wanted thing: what the facts begin with of which those that are wanted are all that there should be.</summary>
    public IReadOnlyList<string> Whole { get; init; } = [];

    /// <summary>A grant's or an opt-in's condition; null for none.</summary>
    public string? Condition { get; init; }

    /// <summary>Makes facts of pairs; those without a value are left out.</summary>
    /// <param name="facts">Names and values.</param>
    /// <returns>The facts.</returns>
    public static IReadOnlyDictionary<string, string> FactsOf(params IEnumerable<(string Name, string? Value)> facts)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
            if (value is not null) sorted[name] = value;
        return sorted;
    }

    /// <summary>
    /// The facts that say something: a property that is the empty text is as one that is not there, since a service may keep either of
    /// what was removed. A part of a map, which has a dot in its name, may be empty.
    /// </summary>
    /// <param name="facts">The facts.</param>
    /// <returns>Those facts.</returns>
    public static IReadOnlyDictionary<string, string> Said(IReadOnlyDictionary<string, string> facts) =>
        !facts.Any(IsEmpty) ? facts
        : FactsOf(facts.Where(fact => !IsEmpty(fact)).Select(fact => (fact.Key, (string?)fact.Value)));

    private static bool IsEmpty(KeyValuePair<string, string> fact) =>
        fact.Value.Length == 0 && !fact.Key.Contains('.', StringComparison.Ordinal);

    /// <summary>The values of the facts whose names begin with a prefix, by the rest of their names.</summary>
    /// <param name="prefix">Such as <c>parameter.</c>.</param>
    /// <returns>The values, sorted by name.</returns>
    public IReadOnlyDictionary<string, string> Part(string prefix) => PartOf(Facts, prefix);

    /// <summary>The same of any facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="prefix">Such as <c>parameter.</c>.</param>
    /// <returns>The values, sorted by name.</returns>
    public static IReadOnlyDictionary<string, string> PartOf(IReadOnlyDictionary<string, string> facts, string prefix) =>
        new SortedDictionary<string, string>(
        facts.Where(fact => fact.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(fact => fact.Key[prefix.Length..], fact => fact.Value), StringComparer.Ordinal);
}
