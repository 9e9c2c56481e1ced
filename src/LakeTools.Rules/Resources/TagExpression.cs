using System.Collections;
using System.Text;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Resources;

/// <summary>
/// A condition on LF-Tags: every key must have one of its values. Sorted by key, equal where the conditions are. Immutable.
/// Keys and values are kept in lower case, as Lake Formation stores them (developer guide, notes on tag-based access control).
/// </summary>
public sealed class TagExpression : IReadOnlyList<KeyValuePair<string, NameList>>, IEquatable<TagExpression>
{
    /// <summary>The value that represents all values of a key.</summary>
    public const string AnyValue = "*";

    /// <summary>The maximum size in bytes of an expression that a grant writes out (developer guide, tag-based considerations).</summary>
    private const int MaximumBytes = 900;

    /// <summary>The maximum number of keys in an expression (developer guide, creating LF-Tag expressions).</summary>
    private const int MaximumKeys = 50;

    private readonly KeyValuePair<string, NameList>[] _conditions;

    private TagExpression(KeyValuePair<string, NameList>[] conditions) => _conditions = conditions;

    /// <inheritdoc/>
    public int Count => _conditions.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, NameList> this[int index] => _conditions[index];

    /// <summary>Why the expression is too large to be saved, as a part of a sentence; null if it is not.</summary>
    public string? TooLargeToSave => Count > MaximumKeys ? $"it has {Count} keys, and may have {MaximumKeys}" : null;

    /// <summary>
    /// Why the expression is too large to be granted on where it is written out; null if it is not. The bytes of its keys and values
    /// count: in which form AWS counts them is not documented.
    /// </summary>
    public string? TooLargeToGrantOn => TooLargeToSave ?? (Bytes > MaximumBytes
        ? $"it has {Bytes} bytes of keys and values, and may have {MaximumBytes} where it is written out; a saved one may have more"
        : null);

    private int Bytes => _conditions.Sum(condition =>
        Encoding.UTF8.GetByteCount(condition.Key) + condition.Value.Sum((string value) => Encoding.UTF8.GetByteCount(value)));

    /// <summary>Makes an expression. Conditions on the same key are joined: any of their values will do.</summary>
    /// <param name="conditions">Keys with the values that each may have.</param>
    /// <returns>The expression.</returns>
    public static TagExpression Of(IEnumerable<KeyValuePair<string, IEnumerable<string>>> conditions) => new(
        conditions.GroupBy(condition => condition.Key.ToLowerInvariant(), condition => condition.Value, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key,
                NameList.Of(group.SelectMany(values => values).Select(value => value.ToLowerInvariant()))))
            .OrderBy(condition => condition.Key, StringComparer.Ordinal)
            .ToArray());

    /// <summary>Returns whether a resource with these tags matches.</summary>
    /// <param name="tags">The resource's tags, one value a key, inherited ones included.</param>
    /// <returns>True if every key of the expression has one of its values.</returns>
    public bool Matches(IReadOnlyDictionary<string, string> tags) => _conditions.Length > 0 && _conditions.All(condition =>
        tags.TryGetValue(condition.Key, out var value) && (condition.Value.Contains(value) || condition.Value.Contains(AnyValue)));

    /// <summary>Returns whether whatever matches another expression matches this one too.</summary>
    /// <param name="other">The other expression, which is as strict or stricter.</param>
    /// <returns>True if each of these conditions follows from one of the other's.</returns>
    public bool Covers(TagExpression other) => _conditions.Length > 0 && _conditions.All(condition => other._conditions.Any(stricter =>
        stricter.Key == condition.Key && (condition.Value.Contains(AnyValue) || stricter.Value.All(condition.Value.Contains))));

    /// <inheritdoc/>
    public bool Equals(TagExpression? other) => other is not null && _conditions.AsSpan().SequenceEqual(other._conditions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TagExpression);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var condition in _conditions) hash.Add(condition);
        return hash.ToHashCode();
    }

    /// <summary>Shows it as <c>domain = hr, sales; region = eu</c>.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => string.Join("; ", _conditions.Select(condition =>
        $"{Quoted(condition.Key)} = {string.Join(", ", condition.Value.Select(Quoted))}"));

    private static string Quoted(string name) => QualifiedName.Quoted(name, " = ", ", ", "; ");

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, NameList>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, NameList>>)_conditions).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => _conditions.GetEnumerator();
}
