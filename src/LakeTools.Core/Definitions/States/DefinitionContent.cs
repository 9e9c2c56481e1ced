namespace LakeTools.Core.Definitions.States;

/// <summary>The contents of a definition, as a state of the lake.</summary>
/// <param name="Name">The name under which its history is kept.</param>
/// <param name="Desired">The state to publish.</param>
/// <param name="Owned">The resources that may be removed.</param>
internal sealed record DefinitionContent(string Name, LakeState Desired, Ownership Owned);
