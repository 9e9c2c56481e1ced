namespace LakeTools.Local.Identity;

/// <summary>
/// The keys of a bucket that a list from above leaves out: those under registered locations that the caller may not list.
/// </summary>
/// <param name="locations">The bucket's registered locations: the key of each, without a slash at its end, and whether it is closed
/// to the caller.</param>
internal sealed class ClosedKeys(IReadOnlyDictionary<string, bool> locations)
{
    /// <summary>Leaves nothing out.</summary>
    public static readonly ClosedKeys None = new(new Dictionary<string, bool>());

    /// <summary>Whether a key is left out: the nearest location that holds it decides.</summary>
    public bool Holds(string key) => NearestOf(key) is { } location && locations[location];

    /// <summary>
    /// The beginning of keys that are left out with one that is, so a walk can go past them; null for that key alone.
    /// </summary>
    public string? AllWith(string key)
    {
        var folder = NearestOf(key) + "/";
        return key.StartsWith(folder, StringComparison.Ordinal)
            && !locations.Keys.Any(other => other.StartsWith(folder, StringComparison.Ordinal)) ? folder : null;
    }

    private string? NearestOf(string key)
    {
        if (locations.Count == 0) return null;
        if (locations.ContainsKey(key.TrimEnd('/'))) return key.TrimEnd('/');
        for (var slash = key.LastIndexOf('/'); slash >= 0; slash = slash == 0 ? -1 : key.LastIndexOf('/', slash - 1))
            if (locations.ContainsKey(key[..slash])) return key[..slash];
        return locations.ContainsKey("") ? "" : null;
    }
}
