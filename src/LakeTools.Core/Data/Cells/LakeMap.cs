using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using LakeTools.Core.Data.Cells;

namespace LakeTools;

/// <summary>
/// A map of a row, in its order. Keys keep their types, and a number is always a key and never a place: <c>$row.m[0]</c> is the value
/// of the key 0. A key may be given as any value that means the same, as <c>'0'</c> does.
/// </summary>
/// <remarks>
/// As an <see cref="IDictionary"/> it enumerates its keys as text, because ConvertTo-Json takes no other keys; <see cref="Keys"/> and
/// <see cref="GetEnumerator"/> have them as they are.
/// </remarks>
public sealed class LakeMap : IDictionary
{
    private readonly OrderedDictionary _values = []; // by the keys' texts
    private readonly List<object> _keys = [];

    /// <summary>Makes an empty map.</summary>
    /// <param name="keyType">The type of its keys.</param>
    internal LakeMap(CellType keyType) => KeyType = keyType;

    /// <inheritdoc/>
    public int Count => _keys.Count;

    /// <inheritdoc/>
    public ICollection Keys => _keys.AsReadOnly();

    /// <inheritdoc/>
    public ICollection Values => _values.Values;

    bool IDictionary.IsFixedSize => false;

    bool IDictionary.IsReadOnly => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    /// <summary>The type of the keys.</summary>
    internal CellType KeyType { get; }

    /// <summary>The value of a key; null if there is no such key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException">A key that is set does not have the keys' type.</exception>
    public object? this[object key]
    {
        get => _values[NameOf(key, out _)];
        set
        {
            var name = NameOf(key, out var typed);
            if (!_values.Contains(name)) _keys.Add(typed ?? throw new ArgumentException($"This is not a {KeyType.ToHive()}.", nameof(key)));
            _values[name] = value;
        }
    }

    /// <inheritdoc/>
    public void Add(object key, object? value)
    {
        if (Contains(key)) throw new ArgumentException("The map has the key already.", nameof(key));
        this[key] = value;
    }

    /// <inheritdoc/>
    public bool Contains(object key) => _values.Contains(NameOf(key, out _));

    /// <inheritdoc/>
    public void Remove(object key)
    {
        var name = NameOf(key, out _);
        if (!_values.Contains(name)) return;
        _keys.RemoveAll(known => NameOf(known, out _) == name);
        _values.Remove(name);
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _keys.Clear();
        _values.Clear();
    }

    /// <summary>The entries, with the keys as they are.</summary>
    /// <returns>The entries, in order.</returns>
    public IEnumerator<DictionaryEntry> GetEnumerator()
    {
        for (var i = 0; i < _keys.Count; i++) yield return new DictionaryEntry(_keys[i], _values[i]);
    }

    IDictionaryEnumerator IDictionary.GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection.CopyTo(Array array, int index)
    {
        foreach (var entry in this) array.SetValue(entry, index++);
    }

    /// <summary>An empty map for keys of the same type.</summary>
    /// <returns>The map.</returns>
    public LakeMap Empty() => new(KeyType);

    // Equal values have the same text: 1.50 is 1.5.
    private string NameOf(object key, out object? typed)
    {
        if (!CellConversion.Chosen.TryConvert(key, KeyType, out typed) || typed is null) return CellText.Format(key, KeyType.Kind);
        return typed is decimal number
            ? number.ToString("0.############################", CultureInfo.InvariantCulture) : CellText.Format(typed, KeyType.Kind);
    }
}
