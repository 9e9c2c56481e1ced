namespace LakeTools.Core.Definitions.States;

/// <summary>What a definition says, in the terms of a lake's state.</summary>
/// <param name="Name">The name under which its history is kept.</param>
/// <param name="Desired">What should be.</param>
/// <param name="Owned">What may be taken away.</param>
internal sealed record DefinitionContent(string Name, LakeState Desired, Ownership Owned);
