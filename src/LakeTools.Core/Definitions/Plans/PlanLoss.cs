using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Plans;

/// <summary>The part of a step's removal that a restore cannot completely recover.</summary>
/// <param name="Key">The resource.</param>
/// <param name="Text">The resource and what goes along, such as <c>table sales.orders, with 12 partitions and 3 grants</c>; null if
/// something else that goes says it.</param>
internal sealed record PlanLoss(StateKey Key, string? Text)
{
    /// <summary>The items that the journal keeps for a restore: partitions and statistics.</summary>
    public IReadOnlyList<StateItem> Kept { get; init; } = [];

    /// <summary>The items that no journal keeps, as text, such as <c>3 earlier versions of table sales.orders</c>.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];
}
