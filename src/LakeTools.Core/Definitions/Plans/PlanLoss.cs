using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Plans;

/// <summary>What a step of a plan removes that going back cannot bring back whole.</summary>
/// <param name="Key">The resource.</param>
/// <param name="Text">The resource and what goes along, such as <c>table sales.orders, with 12 partitions and 3 grants</c>; null if
/// something else that goes says it.</param>
internal sealed record PlanLoss(StateKey Key, string? Text)
{
    /// <summary>What the journal keeps for going back: partitions and statistics.</summary>
    public IReadOnlyList<StateItem> Kept { get; init; } = [];

    /// <summary>What no journal keeps, in words, such as <c>3 earlier versions of table sales.orders</c>.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];
}
