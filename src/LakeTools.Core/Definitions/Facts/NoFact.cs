using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>
/// The shape of a key that is no fact of the resource: its own name, or other things of the state, such as the tables of a database.
/// </summary>
/// <param name="schema">The JSON Schema of its value in a definition.</param>
internal sealed class NoFact(string schema) : Shape(schema, null)
{
    public override IEnumerable<(string Part, string? Value)> Read(NodeReader read, DefinitionNode? node, string what) => [];

    public override object? Write(IReadOnlyDictionary<string, string?> parts) => null;
}
