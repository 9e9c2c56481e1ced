using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>A thing that differs between two states of a lake.</summary>
/// <param name="Key">The thing.</param>
/// <param name="Now">The thing as it is; null where it is not there.</param>
/// <param name="Then">The thing as it was; null where it was not there.</param>
internal sealed record ChangedThing(StateKey Key, StateItem? Now, StateItem? Then);
