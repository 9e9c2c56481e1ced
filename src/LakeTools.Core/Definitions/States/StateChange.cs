namespace LakeTools.Core.Definitions.States;

/// <summary>One step from what is to what should be.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Before">The thing as it is; null where it is made.</param>
/// <param name="After">The thing as it will be, with all of its facts; null where it is taken away.</param>
internal sealed record StateChange(PlanAction Action, StateItem? Before, StateItem? After)
{
    /// <summary>The thing.</summary>
    public StateItem Item => (After ?? Before)!;

    /// <summary>The facts that are new or other than before.</summary>
    public IReadOnlyDictionary<string, string> Set => StateItem.FactsOf(After is null ? [] : After.Facts
        .Where(fact => Before?.Facts.GetValueOrDefault(fact.Key) != fact.Value).Select(fact => (fact.Key, (string?)fact.Value)));

    /// <summary>The names of the facts that are no more.</summary>
    public IReadOnlyList<string> Unset =>
        Before is null ? [] : [.. Before.Facts.Keys.Where(name => After?.Facts.ContainsKey(name) != true)];
}
