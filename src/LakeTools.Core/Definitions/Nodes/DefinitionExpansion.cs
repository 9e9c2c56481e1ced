using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Nodes;

/// <summary>
/// Fills a definition: puts values where it names them, and repeats the entries that have a <c>for</c>, once for each item of its list.
/// Names in an inserted value are not expanded again, so the expansion always ends.
/// </summary>
/// <param name="repeated">The maps and lists whose entries may have a <c>for</c>, such as <c>databases/*/tables</c>.</param>
/// <param name="findings">Receives the findings.</param>
internal sealed class DefinitionExpansion(IReadOnlyCollection<string> repeated, DefinitionFindings findings)
{
    /// <summary>The key that repeats an entry.</summary>
    public const string For = "for";

    /// <summary>The most parts that a definition has, counted as often as they are repeated.</summary>
    public const int MaxParts = 2_500_000;

    private const string Any = "*";
    private const int MaxItemText = 60;

    private readonly DefinitionParameters _parameters = new(findings);

    // Below other places there is nothing to repeat.
    private readonly HashSet<string> _leading = [.. repeated.SelectMany(Leading)];
    private readonly HashSet<string> _repeated = [.. repeated];
    private int _parts;

    /// <summary>Fills a part.</summary>
    /// <param name="node">The part.</param>
    /// <param name="scope">The values.</param>
    /// <param name="at">The path in a definition; null if nothing in it is repeated.</param>
    public DefinitionNode Fill(DefinitionNode node, DefinitionScope scope, string? at = null)
    {
        Count(node.Place, 1);
        var place = Placed(node.Place, scope);
        switch (node)
        {
            case DefinitionNode.Scalar { Text: { } text } scalar:
                return Value(scalar with { Place = place }, text, scope);
            case DefinitionNode.List list:
                return list with { Place = place, Items = [.. list.Items.SelectMany(item => Items(item, scope, at))] };
            case DefinitionNode.Map map:
                return map with { Place = place, Entries = [.. map.Entries.SelectMany(entry => Entries(entry, scope, at))] };
            default:
                return node with { Place = place };
        }
    }

    /// <summary>The scopes in which an entry is read: one for each item of its <c>for</c>, or its own where it has none.</summary>
    /// <param name="map">The entry.</param>
    /// <param name="key">Its key where it has one, which may use the items too.</param>
    /// <param name="scope">The values.</param>
    public IEnumerable<DefinitionScope> Repeat(DefinitionNode.Map map, string key, DefinitionScope scope)
    {
        if (map.Entries.FirstOrDefault(entry => entry.Key == For) is not { } loop)
        {
            yield return scope;
            yield break;
        }

        if (Fill(loop.Value, scope) is not DefinitionNode.Map { Entries: [{ Value: DefinitionNode.List list } item] } filled)
        {
            findings.Add(
                Placed(loop.Place, scope),
                Fault.DefinitionTypeWrong(For, "a map with one name and its list, such as { table: [orders, items] }", loop.Value.Kind));
            Mention(map, key, scope);
            yield break;
        }

        if (scope.Declaration(item.Key) is { } taken)
            findings.Add(item.Place, Fault.DefinitionContradiction(item.Key, taken.Place));
        var variable = new DefinitionVariable(item.Key, item.Place);
        var index = 0;
        foreach (var value in list.Items)
        {
            index++;
            var shown = value is DefinitionNode.Scalar { Text: { } text }
                ? PlainLine.Of(text.Length <= MaxItemText ? text : text[..MaxItemText] + "...")
                : $"item {index}";
            yield return scope.With(variable, value, $"{loop.Place.Path}:{loop.Place.Line} ({item.Key} = {shown})");
        }

        if (index == 0) Mention(map, key, scope);
        else if (!variable.IsUsed) findings.Add(item.Place, Unused(item.Key));
    }

    /// <summary>The error of a name that nothing uses.</summary>
    public static LakeException Unused(string name) => Fault.DefinitionParameterUnused(name, DefinitionParameters.Reference(name));

    private static void Mention(DefinitionNode.Map map, string key, DefinitionScope scope)
    {
        DefinitionParameters.Mention(map, scope);
        DefinitionParameters.Mention(new DefinitionNode.Scalar(key) { Place = map.Place }, scope);
    }

    private IEnumerable<DefinitionNode> Items(DefinitionNode item, DefinitionScope scope, string? at)
    {
        if (item is not DefinitionNode.Map map || at is null || !_repeated.Contains(at)) return [Fill(item, scope, Below(at, Any))];
        return Repeat(map, "", scope).Select(inner => Fill(Once(map), inner, Below(at, Any)));
    }

    private IEnumerable<DefinitionEntry> Entries(DefinitionEntry entry, DefinitionScope scope, string? at)
    {
        if (at is null || !_repeated.Contains(at)) return [Entry(entry, scope, Below(at, entry.Key))];
        if (entry.Value is not DefinitionNode.Map map) return [Entry(entry, scope, Below(at, Any))];
        return Repeat(map, entry.Key, scope).Select(inner => Entry(entry with { Value = Once(map) }, inner, Below(at, Any)));
    }

    private DefinitionEntry Entry(DefinitionEntry entry, DefinitionScope scope, string? at)
    {
        var place = Placed(entry.Place, scope);
        return new DefinitionEntry(_parameters.Fill(entry.Key, place, scope), place, Fill(entry.Value, scope, at));
    }

    private static DefinitionNode.Map Once(DefinitionNode.Map map) =>
        map.Entries.Any(entry => entry.Key == For) ? map with { Entries = [.. map.Entries.Where(entry => entry.Key != For)] } : map;

    // A value that is a list or a map stands where it was written, and is used here.
    private DefinitionNode Value(DefinitionNode.Scalar scalar, string text, DefinitionScope scope)
    {
        if (DefinitionParameters.Whole(text) is not { } name)
            return scalar with { Text = _parameters.Fill(text, scalar.Place, scope) };
        if (_parameters.Find(name, scalar.Place, scope) is not { } value) return scalar;
        if (value is DefinitionNode.Scalar one)
        {
            _parameters.Take(one.Text?.Length ?? 0, scalar.Place);
            return scalar with { Text = one.Text };
        }

        Count(scalar.Place, Size(value, scalar.Place, 0));
        return value with { Place = Placed(value.Place, scope) };
    }

    private string? Below(string? at, string key)
    {
        if (at is null) return null;
        var below = at.Length == 0 ? key : $"{at}/{key}";
        return _leading.Contains(below) ? below : null;
    }

    private void Count(DefinitionPlace place, int parts)
    {
        _parts += Math.Min(parts, MaxParts);
        if (_parts <= MaxParts) return;
        findings.Add(place, Fault.DefinitionUnreadable($"With its values and repetitions filled in, it has more than {MaxParts} parts."));
        throw new TooManyFindingsException();
    }

    // Values that hold values that hold values could be nested more deeply than any file.
    private int Size(DefinitionNode node, DefinitionPlace place, int depth)
    {
        if (depth > DefinitionNode.MaxDepth)
        {
            findings.Add(
                place,
                Fault.DefinitionUnreadable($"With its values filled in, it is nested more than {DefinitionNode.MaxDepth} deep."));
            throw new TooManyFindingsException();
        }

        return node switch
        {
            DefinitionNode.List list => 1 + list.Items.Sum(item => Size(item, place, depth + 1)),
            DefinitionNode.Map map => 1 + map.Entries.Sum(entry => Size(entry.Value, place, depth + 1)),
            _ => 1,
        };
    }

    private static DefinitionPlace Placed(DefinitionPlace place, DefinitionScope scope) =>
        scope.Expansion is null ? place : place with { Expansion = scope.Expansion };

    private static IEnumerable<string> Leading(string path)
    {
        var parts = path.Split('/');
        return Enumerable.Range(1, parts.Length).Select(count => string.Join('/', parts.Take(count)));
    }
}
