namespace LakeTools.Core.Trails;

/// <summary>The tables of a catalog, as far as grants reach them.</summary>
internal sealed class GrantReach
{
    private readonly Dictionary<string, Dictionary<string, (bool IsLink, bool IsSeen)>> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyCollection<(string Database, string? Table)>> _tagged = new(StringComparer.Ordinal);

    /// <summary>Takes a table.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="table">Its name.</param>
    /// <param name="isLink">Whether it is a resource link.</param>
    /// <param name="isSeen">Whether reading it leaves an event GetDataAccess: its location is registered, without hybrid access.</param>
    public void Add(string database, string table, bool isLink, bool isSeen)
    {
        if (!_tables.TryGetValue(database.ToLowerInvariant(), out var known))
            _tables.Add(database.ToLowerInvariant(), known = new(StringComparer.Ordinal));
        known[table.ToLowerInvariant()] = (isLink, isSeen);
    }

    /// <summary>Takes a database, which may have no tables.</summary>
    public void Add(string database) => _tables.TryAdd(database.ToLowerInvariant(), new(StringComparer.Ordinal));

    /// <summary>Takes what an expression of LF-Tags reaches.</summary>
    /// <param name="key">The grant's resource, as a text.</param>
    /// <param name="reached">Tables, or databases with a null table.</param>
    public void AddTagged(string key, IEnumerable<(string Database, string? Table)> reached) =>
        _tagged[key] = reached.Select(thing => (thing.Database.ToLowerInvariant(), thing.Table?.ToLowerInvariant())).ToHashSet();

    /// <summary>Whether the caller may see a database.</summary>
    public bool Knows(string database) => _tables.ContainsKey(database);

    /// <summary>Whether a table is a resource link; null if it is not there.</summary>
    public bool? IsLink(string database, string table) => Find(database, table)?.IsLink;

    /// <summary>Whether reading a table leaves an event.</summary>
    public bool IsSeen(string database, string table) => Find(database, table)?.IsSeen == true;

    /// <summary>Whether reading any table of a database leaves an event.</summary>
    public bool AreAllSeen(string database) => _tables.TryGetValue(database, out var known) && known.Values.All(table => table.IsSeen);

    /// <summary>The resources that a grant on LF-Tags reaches; null if they are not known.</summary>
    public IReadOnlyCollection<(string Database, string? Table)>? Tagged(string key) => _tagged.GetValueOrDefault(key);

    private (bool IsLink, bool IsSeen)? Find(string database, string table) =>
        _tables.TryGetValue(database, out var known) && known.TryGetValue(table, out var found) ? found : null;
}
