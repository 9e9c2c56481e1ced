using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>The shape of a map of texts, such as parameters: a fact for each of its keys.</summary>
/// <param name="prefix">The prefix of its facts' names.</param>
/// <param name="add">Adds an entry of a definition to the others, or refuses it. Null if every key is a key of a fact.</param>
/// <param name="except">Tells keys that are no facts, wherever they come from.</param>
/// <remarks>The service's value has null for each removed key.</remarks>
internal sealed class TextMap(
    string prefix,
    Action<Dictionary<string, string>, string, string>? add = null,
    Func<string, bool>? except = null)
    : Shape<IReadOnlyDictionary<string, string?>>("""{ "$ref": "#/$defs/map" }""", prefix)
{
    /// <summary>Pairs of which none is removed.</summary>
    public static IReadOnlyDictionary<string, string?> Of(IReadOnlyDictionary<string, string> pairs) => pairs!;

    public override IEnumerable<(string Part, string? Value)> Read(NodeReader read, DefinitionNode? node, string what)
    {
        var pairs = read.Pairs(node, what);
        if (add is null) return Kept(pairs.Select(pair => (pair.Key, (string?)pair.Value)));
        var added = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value, place) in pairs) read.Findings.Try(place, () => add(added, key, value));
        return Kept(added.Select(pair => (pair.Key, (string?)pair.Value)));
    }

    public override object? Write(IReadOnlyDictionary<string, string?> parts) =>
        parts.ToDictionary(pair => DefinitionParameters.Escape(pair.Key), pair => (object)DefinitionParameters.Escape(pair.Value!));

    public override IEnumerable<(string Part, string? Value)> Parts(IReadOnlyDictionary<string, string?> value) =>
        Kept(value.Select(pair => (pair.Key, pair.Value)));

    public override IReadOnlyDictionary<string, string?> Value(IReadOnlyDictionary<string, string?> parts) => parts;

    private IEnumerable<(string Part, string? Value)> Kept(IEnumerable<(string Part, string? Value)> pairs) =>
        pairs.Where(pair => except?.Invoke(pair.Part) != true);
}
