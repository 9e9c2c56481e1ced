using LakeTools.Core.Definitions.Plans;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>The changes that a lake needs to match a definition. Data: the same for the same lake and definition.</summary>
public sealed record LakePlan
{
    /// <summary>The definition's name.</summary>
    public required string Name { get; init; }

    /// <summary>True if anything must be done.</summary>
    public bool HasChanges => Changes.Any(change => change.PlanAction != PlanAction.Keep);

    /// <summary>The changes, in the order in which they can be carried out.</summary>
    public required IReadOnlyList<LakePlanChange> Changes { get; init => field = Listed.Of(value); }

    /// <summary>Stands for the state that the plan was made on; a plan is not carried out on another one.</summary>
    public required string StateVersion { get; init; }

    /// <summary>
    /// The removed resources that cannot be completely recovered, each with its dependent resources and their numbers: such as
    /// <c>table sales.orders, with 12 partitions, 3 earlier versions</c>.
    /// </summary>
    public IReadOnlyList<string> Losses => new ItemList<string>(Lost.Select(loss => loss.Text).OfType<string>());

    /// <summary>
    /// The losses that no restore recovers, as text: a publish's permanent removals; for a restore, the resources that it leaves out.
    /// </summary>
    public IReadOnlyList<string> NotRestorable => new ItemList<string>([.. Unrestored ?? [], .. Lost.SelectMany(loss => loss.Gone)]);

    /// <summary>
    /// The plan as a person reads it: its numbers, then a line a change that begins with <c>+</c>, <c>~</c>, <c>-</c> or a space.
    /// </summary>
    /// <returns>Plain text of several lines.</returns>
    public string ToText() => PlanWriter.Write(this, PlanFormat.Text);

    internal IReadOnlyList<PlanLoss> Lost { get; init; } = [];

    // The resources that a restore leaves out; null for a publish.
    internal IReadOnlyList<string>? Unrestored { get; init; }

    internal DefinitionContent Content { get; init; } = null!;

    internal LakeState Actual { get; init; } = null!;

    internal IReadOnlyList<StateChange> Steps { get; init; } = [];

    /// <summary>Shows its numbers.</summary>
    /// <returns>Such as <c>sales: 3 to create, 1 to change, 0 to remove</c>.</returns>
    public override string ToString()
    {
        int Count(PlanAction action) => Changes.Count(change => change.PlanAction == action);
        return $"{Name}: {Count(PlanAction.Create)} to create, {Count(PlanAction.Change)} to change, {Count(PlanAction.Remove)} to remove";
    }
}
