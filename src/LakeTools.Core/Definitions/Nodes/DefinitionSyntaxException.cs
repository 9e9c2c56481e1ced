namespace LakeTools.Core.Definitions.Nodes;

/// <summary>A file is not in the language that its name says.</summary>
/// <param name="place">The place of the error.</param>
/// <param name="message">The error text.</param>
public sealed class DefinitionSyntaxException(DefinitionPlace place, string message) : FormatException(message)
{
    /// <summary>The place of the error.</summary>
    public DefinitionPlace Place => place;
}
