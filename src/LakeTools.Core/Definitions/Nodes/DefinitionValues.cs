namespace LakeTools.Core.Definitions.Nodes;

/// <summary>Values of a definition's parameters, as a caller gives them.</summary>
/// <param name="values">Texts, lists and maps by the parameters' names.</param>
public sealed class DefinitionValues(IEnumerable<KeyValuePair<string, DefinitionNode>> values)
{
    /// <summary>The place of given values: in no file.</summary>
    public static DefinitionPlace Place { get; } = new("-Parameter", 1, 1);

    /// <summary>The values.</summary>
    public IReadOnlyList<KeyValuePair<string, DefinitionNode>> All { get; } = [.. values];

    /// <summary>Takes texts for values.</summary>
    /// <param name="texts">Texts by the parameters' names.</param>
    public static implicit operator DefinitionValues(Dictionary<string, string> texts) => FromDictionary(texts);

    /// <summary>Takes texts for values.</summary>
    /// <param name="texts">Texts by the parameters' names.</param>
    /// <returns>The values.</returns>
    public static DefinitionValues FromDictionary(IReadOnlyDictionary<string, string> texts) =>
        new(texts.Select(text => KeyValuePair.Create(text.Key, (DefinitionNode)new DefinitionNode.Scalar(text.Value) { Place = Place })));
}
