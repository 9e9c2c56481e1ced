namespace LakeTools.Core.Definitions;

/// <summary>The shape of a key whose value says other things of the state: the tables of a database, the LF-tags of a table.</summary>
/// <param name="schema">The JSON Schema of its value in a definition.</param>
internal sealed class NestedObjects(string schema) : Shape(schema, null)
{
    public override IEnumerable<(string Part, string? Value)> Read(NodeReader read, DefinitionNode? node, string what) => [];

    public override object? Write(IReadOnlyDictionary<string, string?> parts) => null;
}
