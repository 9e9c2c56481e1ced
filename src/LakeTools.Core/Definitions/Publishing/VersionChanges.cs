using LakeTools.Core.Definitions.Plans;
using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>How the lake differs from what a publish left, as far as the definition owns it.</summary>
/// <param name="Version">The publish.</param>
/// <param name="Owned">What the definition owned then.</param>
/// <param name="State">What the publish left of that.</param>
/// <param name="Changes">The things that differ.</param>
internal sealed record VersionChanges(
    LakeDefinitionVersion Version, Ownership Owned, LakeState State, IReadOnlyList<ChangedThing> Changes)
{
    /// <summary>Finds the things that differ from the steps that lead back.</summary>
    /// <param name="version">The publish.</param>
    /// <param name="content">What it left, and what the definition owned.</param>
    /// <param name="actual">The lake.</param>
    /// <returns>The difference.</returns>
    public static VersionChanges Of(LakeDefinitionVersion version, DefinitionContent content, LakeState actual)
    {
        // A thing that gains and loses facts has two steps, of which one begins where the other one ends.
        var steps = StateComparer.Compare(actual, content.Desired, content.Owned)
            .Where(step => step.Action != PlanAction.Keep).GroupBy(step => step.Item.Key);
        return new VersionChanges(version, content.Owned, content.Desired, [.. steps.Select(ofOne => new ChangedThing(
            ofOne.Key,
            actual.Find(ofOne.Key),
            ofOne.Single(step => !ofOne.Any(other => other.Before is not null && ReferenceEquals(other.Before, step.After))).After))]);
    }
}
