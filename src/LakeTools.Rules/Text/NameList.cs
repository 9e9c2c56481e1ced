using System.Collections;

namespace LakeTools.Rules.Text;

/// <summary>Names of columns or values of tags: sorted, without repetition, equal where their names are. Immutable.</summary>
public sealed class NameList : IReadOnlyList<string>, IEquatable<NameList>
{
    private readonly string[] _names;

    private NameList(string[] names) => _names = names;

    /// <summary>No names.</summary>
    public static NameList Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _names.Length;

    /// <inheritdoc/>
    public string this[int index] => _names[index];

    /// <summary>Makes a list. Names are compared byte by byte; fold their case first where it does not matter.</summary>
    /// <param name="names">In any order; null is none.</param>
    /// <returns>The list.</returns>
    public static NameList Of(params IEnumerable<string>? names)
    {
        if (names is NameList list) return list;
        var sorted = (names ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return sorted.Length == 0 ? Empty : new NameList(sorted);
    }

    /// <summary>Returns whether a name is in the list.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True if it is.</returns>
    public bool Contains(string name) => Array.BinarySearch(_names, name, StringComparer.Ordinal) >= 0;

    /// <inheritdoc/>
    public bool Equals(NameList? other) => other is not null && _names.AsSpan().SequenceEqual(other._names);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NameList);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var name in _names) hash.Add(name, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _names.Select(ListText.Item));

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_names).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => _names.GetEnumerator();
}
