namespace LakeTools.Core.Definitions.States;

/// <summary>One change from the current state to the desired state.</summary>
/// <param name="Action">The action.</param>
/// <param name="Before">The current resource. Null if it is created.</param>
/// <param name="After">The desired resource, with all facts. Null if it is removed.</param>
internal sealed record StateChange(PlanAction Action, StateItem? Before, StateItem? After)
{
    /// <summary>The resource.</summary>
    public StateItem Item => (After ?? Before)!;

    /// <summary>The facts that are added or changed.</summary>
    public IReadOnlyDictionary<string, string> Set => StateItem.FactsOf(After is null ? [] : After.Facts
        .Where(fact => Before?.Facts.GetValueOrDefault(fact.Key) != fact.Value).Select(fact => (fact.Key, (string?)fact.Value)));

    /// <summary>The names of the facts that are removed.</summary>
    public IReadOnlyList<string> Unset =>
        Before is null ? [] : [.. Before.Facts.Keys.Where(name => After?.Facts.ContainsKey(name) != true)];
}
