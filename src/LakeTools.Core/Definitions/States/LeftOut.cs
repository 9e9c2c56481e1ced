namespace LakeTools.Core.Definitions.States;

/// <summary>
/// Parts of a lake that a definition cannot express, as text. Parts of several items of one kind are counted.
/// </summary>
internal sealed class LeftOut
{
    private readonly List<string> _whole = [];
    private readonly SortedDictionary<(StateKind Kind, string Part), SortedSet<string>> _parts = [];

    /// <summary>The parts, one line each, such as <c>the tags of 2 buckets: lake, raw</c>.</summary>
    public IEnumerable<string> Lines =>
    [
        .. _whole,
        .. _parts.Select(part => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"the {part.Key.Part} of {part.Value.Count:N0} {Plural(part.Key.Kind, part.Value.Count)}: {string.Join(", ", part.Value)}")),
    ];

    /// <summary>The parts of one thing, one line each, such as <c>the tags of bucket raw</c>.</summary>
    /// <param name="thing">The thing.</param>
    public IReadOnlyList<string> Of(StateKey thing) =>
    [
        .. _parts.Where(part => part.Key.Kind == thing.Kind && part.Value.Contains(thing.Id))
            .Select(part => $"the {part.Key.Part} of {Noun(thing.Kind)} {thing.Id}"),
    ];

    /// <summary>Adds an item, or the reason why a kind was not read.</summary>
    public void Add(string line)
    {
        lock (_whole) _whole.Add(line);
    }

    /// <summary>Names a part of a thing.</summary>
    /// <param name="part">The part.</param>
    /// <param name="kind">The kind of the resource.</param>
    /// <param name="name">The resource.</param>
    public void Add(string part, StateKind kind, string name)
    {
        lock (_parts)
        {
            if (!_parts.TryGetValue((kind, part), out var names))
                _parts[(kind, part)] = names = new SortedSet<string>(StringComparer.Ordinal);
            names.Add(name);
        }
    }

    private static string Plural(StateKind kind, int count) => Noun(kind) + (count == 1 ? "" : "s");

    private static string Noun(StateKind kind) => kind.ToString().ToLowerInvariant();
}
