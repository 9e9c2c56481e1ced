using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>The shape of a property that is one fact.</summary>
/// <param name="schema">The JSON Schema of its value in a definition.</param>
/// <param name="fromNode">Reads the fact from a definition.</param>
/// <param name="toNode">The value in a definition; null if none is needed.</param>
/// <param name="toFact">The fact of a service's value.</param>
/// <param name="fromFact">The service's value; it gets null if the fact is absent.</param>
internal sealed class OneFact<T>(
    string schema,
    Func<NodeReader, DefinitionNode?, string, string?> fromNode,
    Func<string, object?> toNode,
    Func<T, string?> toFact,
    Func<string?, T> fromFact) : Shape<T>(schema, null)
{
    public override IEnumerable<(string Part, string? Value)> Read(NodeReader read, DefinitionNode? node, string what) =>
        [("", fromNode(read, node, what))];

    public override object? Write(IReadOnlyDictionary<string, string?> parts) => parts.Values.First() is { } fact ? toNode(fact) : null;

    public override IEnumerable<(string Part, string? Value)> Parts(T value) => [("", toFact(value))];

    public override T Value(IReadOnlyDictionary<string, string?> parts) => fromFact(parts.Values.First());
}
