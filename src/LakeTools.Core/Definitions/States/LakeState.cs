using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LakeTools.Core.Definitions.States;

/// <summary>What a lake has, or should have: things by name, sorted, so that equal states are equal bytes.</summary>
public sealed class LakeState
{
    private readonly SortedDictionary<StateKey, StateItem> _items = [];

    /// <summary>Makes a state. Of two things of one name, the facts are put together; the later one's count.</summary>
    /// <param name="items">The things, in any order.</param>
    public LakeState(IEnumerable<StateItem> items)
    {
        foreach (var item in items)
        {
            _items[item.Key] = _items.TryGetValue(item.Key, out var known)
                ? item with { Facts = StateItem.FactsOf(known.Facts.Concat(item.Facts).Select(fact => (fact.Key, (string?)fact.Value))) }
                : item;
        }
    }

    /// <summary>The things, sorted.</summary>
    public IReadOnlyCollection<StateItem> Items => _items.Values;

    /// <summary>Finds a thing.</summary>
    /// <param name="key">Its name.</param>
    /// <returns>The thing, or null.</returns>
    public StateItem? Find(StateKey key) => _items.GetValueOrDefault(key);

    /// <summary>The part of the state that a condition holds for.</summary>
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
