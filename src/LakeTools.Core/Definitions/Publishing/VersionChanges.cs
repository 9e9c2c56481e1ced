using LakeTools.Core.Definitions.Plans;
using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>The differences of the lake from the state after a publish, for what the definition owns.</summary>
/// <param name="Version">The publish.</param>
/// <param name="Owned">The resources that the definition owned then.</param>
/// <param name="State">The state after the publish.</param>
/// <param name="Changes">The items that differ.</param>
internal sealed record VersionChanges(
    LakeDefinitionVersion Version, Ownership Owned, LakeState State, IReadOnlyList<ChangedThing> Changes)
{
    /// <summary>Finds the items that differ, from the steps of a restore.</summary>
    /// <param name="version">The publish.</param>
    /// <param name="content">The state after it, and what the definition owned.</param>
    /// <param name="actual">The lake.</param>
    /// <returns>The difference.</returns>
    public static VersionChanges Of(LakeDefinitionVersion version, DefinitionContent content, LakeState actual)
    {
        // An item that gains and loses facts has two steps. One starts at the end of the other.
        var steps = StateComparer.Compare(actual, content.Desired, content.Owned)
            .Where(step => step.Action != PlanAction.Keep).GroupBy(step => step.Item.Key);
        return new VersionChanges(version, content.Owned, content.Desired, [.. steps.Select(ofOne => new ChangedThing(
            ofOne.Key,
            actual.Find(ofOne.Key),
            ofOne.Single(step => !ofOne.Any(other => other.Before is not null && ReferenceEquals(other.Before, step.After))).After))]);
    }
}
