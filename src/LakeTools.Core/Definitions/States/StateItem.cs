using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.States;

/// <summary>
/// An item of a lake's state: its name and its facts, all text. If it has parts (values of a tag, parameters of a table,
/// permissions of a grant), there is a fact for each part. Two items are compared fact by fact.
/// </summary>
/// <param name="Key">The resource.</param>
/// <param name="Facts">The facts by name, sorted.</param>
public sealed record StateItem(StateKey Key, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>A grant's or an opt-in's principal; otherwise null.</summary>
    public string? Principal { get; init; }

    /// <summary>
    /// The Lake Formation resource, for grants, opt-ins, tables, databases and filters. Otherwise null.
    /// </summary>
    public LakeResource? Resource { get; init; }

    /// <summary>For a desired item: the prefixes of facts of which the desired ones are the complete list.</summary>
    public IReadOnlyList<string> Whole { get; init; } = [];

    /// <summary>The condition of a grant or an opt-in. Null if there is none.</summary>
    public string? Condition { get; init; }

    /// <summary>Creates facts from pairs. Pairs without a value are left out.</summary>
    /// <param name="facts">Names and values.</param>
    /// <returns>The facts.</returns>
    public static IReadOnlyDictionary<string, string> FactsOf(params IEnumerable<(string Name, string? Value)> facts)
    {
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
            if (value is not null) last[name] = value;
        return new SortedList<string, string>(last, StringComparer.Ordinal);
    }

    /// <summary>
    /// The facts that have a value. An empty property is treated as a missing one, because a service may keep either after
    /// a removal. An entry of a map, which has a dot in its name, may be empty.
    /// </summary>
    /// <param name="facts">The facts.</param>
    /// <returns>The facts that have a value.</returns>
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
        new SortedList<string, string>(
        facts.Where(fact => fact.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(fact => fact.Key[prefix.Length..], fact => fact.Value), StringComparer.Ordinal);
}
