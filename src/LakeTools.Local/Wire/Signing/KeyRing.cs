using System.Collections.Concurrent;
using LakeTools.Local.Context;
using LakeTools.Local.Identity;
using LakeTools.Local.Store;

namespace LakeTools.Local.Wire.Signing;

/// <summary>
/// The keys that requests are signed with, and what derives from them, once they were asked for. A key never changes, here or in another
/// process, but for those of users, which can be switched off and removed: they are looked up each time. Whether one has ended is for who
/// asks.
/// </summary>
internal sealed class KeyRing(LakeStore store, LakeContext lake)
{
    // Of each: anybody can send requests for any region, and sessions come and go.
    private const int MaxKept = 1024;

    private readonly ConcurrentDictionary<string, AccessKey> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<CredentialScope, SigningKey> _signing = new();

    /// <summary>The key of that id, or null.</summary>
    public AccessKey? Find(string id)
    {
        if (_keys.TryGetValue(id, out var known)) return known;
        var found = store.Read(session => lake.Identity.Find(session, id));
        if (found is { CanChange: false }) Keep(_keys, id, found);
        return found;
    }

    /// <summary>The signing key of a key in a scope, which is a scope of that key.</summary>
    public SigningKey SigningKeyOf(AccessKey key, CredentialScope scope)
    {
        if (_signing.TryGetValue(scope, out var known)) return known;
        var derived = new SigningKey(key.Secret, scope);
        Keep(_signing, scope, derived);
        return derived;
    }

    private static void Keep<TKey, TValue>(ConcurrentDictionary<TKey, TValue> kept, TKey key, TValue value)
        where TKey : notnull
    {
        if (kept.Count >= MaxKept) kept.Clear();
        kept[key] = value;
    }
}
