namespace LakeTools.Core.Definitions.Nodes;

/// <summary>A file is not in the language that its name says.</summary>
/// <param name="place">Where.</param>
/// <param name="message">What is wrong.</param>
public sealed class DefinitionSyntaxException(DefinitionPlace place, string message) : FormatException(message)
{
    /// <summary>Where it is wrong.</summary>
    public DefinitionPlace Place => place;
}
