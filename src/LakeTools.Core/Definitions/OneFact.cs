namespace LakeTools.Core.Definitions;

/// <summary>The shape of a property that is one fact.</summary>
/// <param name="schema">The JSON Schema of its value in a definition.</param>
/// <param name="read">Reads the fact from a definition.</param>
/// <param name="write">The value in a definition; null where none is needed.</param>
/// <param name="text">The fact of a service's value.</param>
/// <param name="value">The service's value of a fact; it gets null where the fact is no more.</param>
internal sealed class OneFact<T>(
    string schema,
    Func<NodeReader, DefinitionNode?, string, string?> read,
    Func<string, object?> write,
    Func<T, string?> text,
    Func<string?, T> value) : Shape<T>(schema, null)
{
    public override IEnumerable<(string Part, string? Value)> Read(NodeReader read1, DefinitionNode? node, string what) =>
        [("", read(read1, node, what))];

    public override object? Write(IReadOnlyDictionary<string, string?> parts) => parts.Values.First() is { } fact ? write(fact) : null;

    public override IEnumerable<(string Part, string? Value)> Parts(T value1) => [("", text(value1))];

    public override T Value(IReadOnlyDictionary<string, string?> parts) => value(parts.Values.First());
}
