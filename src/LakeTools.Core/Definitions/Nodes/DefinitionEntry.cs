namespace LakeTools.Core.Definitions.Nodes;

/// <summary>An entry of a map of a definition.</summary>
/// <param name="Key">The key.</param>
/// <param name="Place">The position of the key.</param>
/// <param name="Value">The value.</param>
public sealed record DefinitionEntry(string Key, DefinitionPlace Place, DefinitionNode Value);
