namespace LakeTools.Core.Trails;

/// <summary>The time when each principal last used each table, and each database itself.</summary>
internal sealed class TrailUses
{
    private readonly Dictionary<string, Dictionary<(string Database, string? Table), DateTime>> _last = new(StringComparer.Ordinal);

    /// <summary>The principals and the tables that they used, the names in lower case, and the last time, in local time.</summary>
    public IEnumerable<(string Principal, string DatabaseName, string TableName, DateTime Time)> Tables =>
        from own in _last
        from use in own.Value
        where use.Key.Table is not null
        select (own.Key, use.Key.Database, use.Key.Table!, use.Value);

    /// <summary>Counts a use.</summary>
    public void Add(TrailUse use)
    {
        if (!_last.TryGetValue(use.Principal, out var own)) _last.Add(use.Principal, own = []);
        var key = (use.Database, use.Table);
        if (!own.TryGetValue(key, out var known) || known < use.Time) own[key] = use.Time;
    }

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

    private DateTime? Latest(string principal, Func<(string Database, string? Table), bool> isAbout)
    {
        DateTime? latest = null;
        if (_last.TryGetValue(principal, out var own))
            foreach (var (key, time) in own)
                if (!(time <= latest) && isAbout(key)) latest = time;
        return latest;
    }
}
