using LakeTools.Rules.Errors;

namespace LakeTools.Core.Secrets;

/// <summary>Finds the key of a JSON secret that a caller means. Its spelling is needed only where several differ only in case.</summary>
public static class SecretKeys
{
    /// <summary>Finds a key.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="key">The key as the caller spells it.</param>
    /// <returns>The key as the secret has it; null if it has none.</returns>
    /// <exception cref="LakeException"><c>SecretKeyAmbiguous</c>.</exception>
    public static string? Find(LakeSecret secret, string key) => Find(secret.Key, key, secret.Name);

    /// <summary>Finds a key among the keys of a secret.</summary>
    internal static string? Find(IEnumerable<string> keys, string key, string secret)
    {
        var similar = keys.Where(each => each.Equals(key, StringComparison.OrdinalIgnoreCase)).ToList();
        return similar.Contains(key) ? key : One(similar, key, secret);
    }

    /// <summary>The only one of the keys that a caller may mean, or null.</summary>
    internal static string? One(List<string> meant, string key, string secret) => meant.Count < 2
        ? meant.FirstOrDefault() : throw Fault.SecretKeyAmbiguous(key, secret, key, string.Join(", ", meant));
}
