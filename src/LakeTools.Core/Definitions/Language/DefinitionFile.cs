namespace LakeTools.Core.Definitions.Language;

/// <summary>A file of a definition.</summary>
/// <param name="Path">Its path below the definition's folder, with slashes.</param>
/// <param name="Text">Its text.</param>
public sealed record DefinitionFile(string Path, string Text);
