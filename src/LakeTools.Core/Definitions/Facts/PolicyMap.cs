using LakeTools.Core.Definitions.Nodes;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>The shape of a map of documents of IAM: a fact for each of its keys.</summary>
/// <param name="prefix">The prefix of its facts' names.</param>
internal sealed class PolicyMap(string prefix) : Shape<IReadOnlyDictionary<string, string?>>(
    """{ "type": "object", "additionalProperties": { "oneOf": [{ "type": "object" }, { "type": "string" }] } }""", prefix)
{
    public override IEnumerable<(string Part, string? Value)> Read(NodeReader read, DefinitionNode? node, string what) =>
        (read.Open(node, what)?.Entries ?? [])
            .Select(entry => (entry.Key, PolicyShapes.Read(read, entry.Value, $"{what}.{entry.Key}", "Resource")));

    public override object? Write(IReadOnlyDictionary<string, string?> parts) =>
        parts.ToDictionary(pair => DefinitionParameters.Escape(pair.Key), pair => PolicyShapes.Written(pair.Value!));

    public override IEnumerable<(string Part, string? Value)> Parts(IReadOnlyDictionary<string, string?> value) =>
        value.Select(pair => (pair.Key, pair.Value));

    public override IReadOnlyDictionary<string, string?> Value(IReadOnlyDictionary<string, string?> parts) => parts;
}
