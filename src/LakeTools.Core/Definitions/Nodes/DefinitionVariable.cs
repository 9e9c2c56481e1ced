namespace LakeTools.Core.Definitions.Nodes;

/// <summary>A name that represents values in a definition: a parameter, or that of a <c>for</c>.</summary>
/// <param name="name">The name.</param>
/// <param name="place">The place of its declaration.</param>
internal sealed class DefinitionVariable(string name, DefinitionPlace place)
{
    public string Name => name;

    public DefinitionPlace Place => place;

    /// <summary>True once something has asked for its value.</summary>
    public bool IsUsed { get; set; }
}
