using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LakeTools.Core.Definitions.States;

/// <summary>The contents of a lake, or the desired contents. Sorted by name, so equal states are equal bytes.</summary>
public sealed class LakeState
{
    private readonly Dictionary<StateKey, StateItem> _items = [];
    private readonly StateItem[] _sorted;

    /// <summary>Creates a state. Items with the same name are merged. If a fact occurs twice, the later one is used.</summary>
    /// <param name="items">The items, in any order.</param>
    public LakeState(IEnumerable<StateItem> items)
    {
        foreach (var item in items)
        {
            _items[item.Key] = _items.TryGetValue(item.Key, out var known)
                ? item with { Facts = StateItem.FactsOf(known.Facts.Concat(item.Facts).Select(fact => (fact.Key, (string?)fact.Value))) }
                : item;
        }

        _sorted = [.. _items.Values];
        Array.Sort(_sorted, (one, other) => one.Key.CompareTo(other.Key));
    }

    /// <summary>The things, sorted.</summary>
    public IReadOnlyCollection<StateItem> Items => _sorted;

    /// <summary>Finds a thing.</summary>
    /// <param name="key">Its name.</param>
    /// <returns>The resource, or null.</returns>
    public StateItem? Find(StateKey key) => _items.GetValueOrDefault(key);

    /// <summary>The part of the state that matches a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>Another state.</returns>
    public LakeState Where(Func<StateItem, bool> condition) => new(Items.Where(condition));

    /// <summary>A hash of everything in it: the same for equal states.</summary>
    /// <returns>Hexadecimal digits.</returns>
    public string Version()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in Items) hash.AppendData(Encoding.UTF8.GetBytes(StateJson.Write(item) + "\n"));
        return Convert.ToHexString(hash.GetHashAndReset(), 0, 8).ToLowerInvariant();
    }
}
