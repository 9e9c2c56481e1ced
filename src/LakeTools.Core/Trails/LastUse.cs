namespace LakeTools.Core.Trails;

/// <summary>When each principal last got data of each table, put together of events in any order.</summary>
public sealed class LastUse
{
    private readonly Dictionary<(string Principal, string Database, string Table), DateTime> _last = [];

    /// <summary>The earliest event; null where there was none.</summary>
    public DateTime? First { get; private set; }

    /// <summary>Who got data of which table, the names in lower case, and when last, in local time.</summary>
    public IEnumerable<(string Principal, string DatabaseName, string TableName, DateTime Time)> All =>
        _last.Select(use => (use.Key.Principal, use.Key.Database, use.Key.Table, use.Value));

    /// <summary>Counts an event. Those that name no principal, as another account's may, count for nobody.</summary>
    /// <param name="item">The event; refused ones count too, since somebody wanted the data.</param>
    public void Add(LakeAccessEvent item)
    {
        if (!(First <= item.Time)) First = item.Time;
        if (item is not { Principal: { } principal, DatabaseName: { } database, TableName: { } table }) return;
        var key = Key(principal, database, table);
        if (!_last.TryGetValue(key, out var known) || known < item.Time) _last[key] = item.Time;
    }

    /// <summary>When a principal last got data of a table.</summary>
    /// <param name="principal">The ARN that grants name.</param>
    /// <param name="database">The database.</param>
    /// <param name="table">The table.</param>
    /// <returns>Local time; null where no event tells of it.</returns>
    public DateTime? Of(string principal, string database, string table) =>
        _last.TryGetValue(Key(principal, database, table), out var time) ? time : null;

    private static (string, string, string) Key(string principal, string database, string table) =>
        (principal, database.ToLowerInvariant(), table.ToLowerInvariant());
}
