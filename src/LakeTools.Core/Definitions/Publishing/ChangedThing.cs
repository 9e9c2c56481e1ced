using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>An item that differs between two states of a lake.</summary>
/// <param name="Key">The item.</param>
/// <param name="Now">The current item. Null if it does not exist.</param>
/// <param name="Then">The earlier item. Null if it did not exist.</param>
internal sealed record ChangedThing(StateKey Key, StateItem? Now, StateItem? Then);
