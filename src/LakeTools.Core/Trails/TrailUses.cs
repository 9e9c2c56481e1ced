namespace LakeTools.Core.Trails;

/// <summary>The time when each principal last used each table, and each database itself.</summary>
/// <param name="since">The first moment that counts; null for all.</param>
internal sealed class TrailUses(DateTime? since = null)
{
    private readonly Dictionary<string, Dictionary<(string Database, string? Table), DateTime>> _last = new(StringComparer.Ordinal);

    // The first time, in the days that count, at which a principal found something by each name. It can have been a resource link.
    private readonly Dictionary<string, Dictionary<(string Database, string? Table), DateTime>> _found = new(StringComparer.Ordinal);

    // The first time at which something that is no link was created with each name.
    private readonly Dictionary<(string Database, string? Table), DateTime> _created = [];

    // The tables that principals found in databases that are gone. Null is any table.
    private readonly Dictionary<string, HashSet<string?>> _lost = new(StringComparer.Ordinal);

    /// <summary>The principals and the tables that they used, the names in lower case, and the last time, in local time.</summary>
    public IEnumerable<(string Principal, string DatabaseName, string TableName, DateTime Time)> Tables =>
        from own in _last
        from use in own.Value
        where use.Key.Table is not null
        select (own.Key, use.Key.Database, use.Key.Table!, use.Value);

    /// <summary>The databases in which calls found something by name, in lower case.</summary>
    public IEnumerable<string> FoundDatabases =>
        _found.Values.SelectMany(own => own.Keys).Select(key => key.Database).Distinct(StringComparer.Ordinal);

    /// <summary>Counts a use.</summary>
    public void Add(TrailUse use)
    {
        Keep(_last, use.Principal, (use.Database, use.Table), use.Time, (known, time) => time > known);
        if (use.Found is { } found && !(use.Time < since)) Keep(_found, use.Principal, found, use.Time, (known, time) => time < known);
        if (use.IsCreation && !(_created.TryGetValue((use.Database, use.Table), out var first) && first <= use.Time))
            _created[(use.Database, use.Table)] = use.Time;
    }

    /// <summary>
    /// Counts uses through resource links also as uses of their targets. Notes who used names that can have been links, but of which it is
    /// not known any more.
    /// </summary>
    /// <param name="reach">The catalog, as it is now.</param>
    public void Follow(GrantReach reach)
    {
        foreach (var (principal, own) in _last)
            foreach (var ((database, table), time) in own.ToList())
                foreach (var target in reach.Behind(database, table).Targets)
                    Keep(_last, principal, target, time, (known, other) => other > known);

        foreach (var (principal, own) in _found)
            foreach (var ((database, table), first) in own)
            {
                if (reach.Behind(database, table).Unknown is not { } unknown || IsCreated(unknown, first)
                    || IsCreated((database, table), first)) continue;
                if (!_lost.TryGetValue(principal, out var lost)) _lost.Add(principal, lost = []);
                lost.Add(unknown.Table is null ? table : null); // a link to a table can have any target
            }
    }

    /// <summary>Whether a principal found something by a name of which nothing is known any more, and that can have been a resource link.
    /// </summary>
    /// <param name="principal">The principal.</param>
    /// <param name="isAbout">Whether a table with that name counts; null is any table.</param>
    public bool IsLost(string principal, Func<string?, bool> isAbout) =>
        _lost.TryGetValue(principal, out var lost) && lost.Any(isAbout);

    /// <summary>When a principal last needed one of some tables.</summary>
    /// <param name="principal">The principal.</param>
    /// <param name="isAbout">Whether a table counts.</param>
    /// <returns>Local time; null for never.</returns>
    public DateTime? OfTables(string principal, Func<string, string, bool> isAbout) =>
        Latest(principal, key => key.Table is { } table && isAbout(key.Database, table));

    /// <summary>When a principal last named a database without a table.</summary>
    /// <param name="principal">The principal.</param>
    /// <param name="isAbout">Whether a database counts.</param>
    /// <returns>Local time; null for never.</returns>
    public DateTime? OfDatabases(string principal, Func<string, bool> isAbout) =>
        Latest(principal, key => key.Table is null && isAbout(key.Database));

    private bool IsCreated((string Database, string? Table) name, DateTime first) =>
        _created.TryGetValue(name, out var created) && created <= first;

    private DateTime? Latest(string principal, Func<(string Database, string? Table), bool> isAbout)
    {
        DateTime? latest = null;
        if (_last.TryGetValue(principal, out var own))
            foreach (var (key, time) in own)
                if (!(time <= latest) && isAbout(key)) latest = time;
        return latest;
    }

    private static void Keep(Dictionary<string, Dictionary<(string Database, string? Table), DateTime>> of, string principal,
        (string Database, string? Table) key, DateTime time, Func<DateTime, DateTime, bool> isBetter)
    {
        if (!of.TryGetValue(principal, out var own)) of.Add(principal, own = []);
        if (!own.TryGetValue(key, out var known) || isBetter(known, time)) own[key] = time;
    }
}
