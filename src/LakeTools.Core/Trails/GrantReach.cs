namespace LakeTools.Core.Trails;

/// <summary>The databases and tables of a catalog, as far as grants and events reach them.</summary>
internal sealed class GrantReach
{
    private readonly Dictionary<string, Dictionary<string, Entry>> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _links = new(StringComparer.Ordinal); // of databases: the target, null if elsewhere
    private readonly Dictionary<string, IReadOnlyCollection<(string Database, string? Table)>> _tagged = new(StringComparer.Ordinal);

    /// <summary>Takes a table.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="table">Its name.</param>
    /// <param name="isSeen">Whether reading it leaves an event GetDataAccess: its location is registered, without hybrid access.</param>
    public void Add(string database, string table, bool isSeen) => Add(database, table, new Entry(false, null, isSeen));

    /// <summary>Takes a database, which may have no tables.</summary>
    public void Add(string database) => _tables.TryAdd(database.ToLowerInvariant(), new(StringComparer.Ordinal));

    /// <summary>Takes a resource link to a table.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="table">Its name.</param>
    /// <param name="target">The target. Null if that is in another catalog.</param>
    /// <param name="isSeen">Whether reading it leaves an event GetDataAccess.</param>
    public void AddLink(string database, string table, (string Database, string Table)? target, bool isSeen) =>
        Add(database, table, new Entry(true, target, isSeen));

    /// <summary>Takes a resource link to a database.</summary>
    /// <param name="database">Its name.</param>
    /// <param name="target">The target. Null if that is in another catalog.</param>
    public void AddLink(string database, string? target) => _links[database.ToLowerInvariant()] = target?.ToLowerInvariant();

    /// <summary>Takes what an expression of LF-Tags reaches.</summary>
    /// <param name="key">The grant's resource, as a text.</param>
    /// <param name="reached">Tables, or databases with a null table.</param>
    public void AddTagged(string key, IEnumerable<(string Database, string? Table)> reached) =>
        _tagged[key] = reached.Select(thing => (thing.Database.ToLowerInvariant(), thing.Table?.ToLowerInvariant())).ToHashSet();

    /// <summary>Whether the caller may see a database, and it is no resource link.</summary>
    public bool Knows(string database) => _tables.ContainsKey(database);

    /// <summary>Whether a table is a resource link; null if it is not there.</summary>
    public bool? IsLink(string database, string table) => Find(database, table)?.IsLink;

    /// <summary>Whether reading a table leaves an event.</summary>
    public bool IsSeen(string database, string table) => Find(database, table)?.IsSeen == true;

    /// <summary>Whether reading any table of a database leaves an event.</summary>
    public bool AreAllSeen(string database) => _tables.TryGetValue(database, out var known) && known.Values.All(table => table.IsSeen);

    /// <summary>The resources that a grant on LF-Tags reaches; null if they are not known.</summary>
    public IReadOnlyCollection<(string Database, string? Table)>? Tagged(string key) => _tagged.GetValueOrDefault(key);

    /// <summary>What a name represents besides itself: the target of a resource link, also of a link in the target of a link.</summary>
    /// <param name="database">The database.</param>
    /// <param name="table">The table; null for the database itself.</param>
    /// <returns>The targets in this catalog; and the part of the way that is not in the catalog, or that the caller may not see.</returns>
    public (IReadOnlyList<(string Database, string? Table)> Targets, (string Database, string? Table)? Unknown) Behind(
        string database, string? table)
    {
        var targets = new List<(string Database, string? Table)>();
        if (_links.TryGetValue(database, out var target))
        {
            if (target is null) return (targets, null);
            targets.Add((database = target, table));
        }

        if (!_tables.TryGetValue(database, out var known)) return (targets, (database, null));
        if (table is null) return (targets, null);
        if (!known.TryGetValue(table, out var entry)) return (targets, (database, table));
        if (entry.Target is { } behind) targets.Add(behind);
        return (targets, null);
    }

    private void Add(string database, string table, Entry entry)
    {
        Add(database);
        _tables[database.ToLowerInvariant()][table.ToLowerInvariant()] = entry;
    }

    private Entry? Find(string database, string table) =>
        _tables.TryGetValue(database, out var known) ? known.GetValueOrDefault(table) : null;

    private sealed record Entry(bool IsLink, (string Database, string Table)? Target, bool IsSeen);
}
