using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>What a plan takes away that going back cannot bring back whole.</summary>
/// <param name="Kind">The kind that has to be allowed for it.</param>
/// <param name="Text">The thing and what goes along, such as <c>table sales.orders, with 12 partitions and 3 grants</c>.</param>
internal sealed record PlanLoss(StateKind Kind, string Text);
