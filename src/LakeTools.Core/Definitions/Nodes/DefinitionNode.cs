namespace LakeTools.Core.Definitions.Nodes;

/// <summary>
/// A part of a definition as it was written: a text, a list or a map, with its place. It does not depend on the language of the file.
/// </summary>
public abstract record DefinitionNode
{
    /// <summary>The maximum depth of nested lists and maps. A definition needs less than ten.</summary>
    public const int MaxDepth = 64;

    private DefinitionNode()
    {
    }

    /// <summary>The place of the node.</summary>
    public required DefinitionPlace Place { get; init; }

    /// <summary>The name of the kind of node in messages.</summary>
    public abstract string Kind { get; }

    /// <summary>A single value.</summary>
    /// <param name="Text">The value as text; null for nothing.</param>
    public sealed record Scalar(string? Text) : DefinitionNode
    {
        /// <inheritdoc/>
        public override string Kind => Text is null ? "nothing" : "a text";
    }

    /// <summary>A list.</summary>
    /// <param name="Items">Its items.</param>
    public sealed record List(IReadOnlyList<DefinitionNode> Items) : DefinitionNode
    {
        /// <inheritdoc/>
        public override string Kind => "a list";
    }

    /// <summary>A map.</summary>
    /// <param name="Entries">Keys, each with its place and value, in the order in which they are written.</param>
    public sealed record Map(IReadOnlyList<DefinitionEntry> Entries) : DefinitionNode
    {
        /// <inheritdoc/>
        public override string Kind => "a map";

        /// <summary>Finds a value.</summary>
        /// <param name="key">Its key.</param>
        /// <returns>The value, or null.</returns>
        public DefinitionNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;
    }
}
