using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>The shape of a set of texts: a fact for each of them.</summary>
/// <param name="prefix">The prefix of its facts' names.</param>
internal sealed class TextSet(string prefix) : Shape<IReadOnlyList<string>>("""{ "$ref": "#/$defs/texts" }""", prefix)
{
    public override IEnumerable<(string Part, string? Value)> Read(NodeReader read, DefinitionNode? node, string what) =>
        Parts([.. read.Filled(node, what).Where(text => read.IsTrimmed(text.Text, text.Place, what))
            .Select(text => text.Text)]);

    public override object? Write(IReadOnlyDictionary<string, string?> parts) => parts.Keys.Select(DefinitionParameters.Escape).ToList();

    public override IEnumerable<(string Part, string? Value)> Parts(IReadOnlyList<string> value) =>
        value.Select(text => (text, (string?)"true"));

    public override IReadOnlyList<string> Value(IReadOnlyDictionary<string, string?> parts) =>
        [.. parts.Where(part => part.Value is not null).Select(part => part.Key)];
}
