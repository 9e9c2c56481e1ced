using LakeTools.Local.Store;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>The LF-Tags that hold on a table, its database and its columns: the nearest value of each key, read at once.</summary>
internal sealed class TableTags
{
    private readonly Dictionary<string, Dictionary<string, string>> _ownOfColumns = new(StringComparer.Ordinal);

    /// <summary>Reads them; with an empty table, those of the database alone.</summary>
    public TableTags(StoreSession session, string database, string table)
    {
        var rows = session.Query(
            "SELECT tbl, col, key, value FROM lf_tag_assignment WHERE database = ?1 AND tbl IN ('', ?2) ORDER BY tbl, col, key",
            row => (Table: row.GetString(0), Column: row.GetString(1), Key: row.GetString(2), Value: row.GetString(3)), database, table);
        foreach (var row in rows)
        {
            if (row.Table.Length == 0) OnDatabase[row.Key] = row.Value;
            else if (row.Column.Length == 0) OwnOfTable[row.Key] = row.Value;
            else if (_ownOfColumns.TryGetValue(row.Column, out var own)) own[row.Key] = row.Value;
            else _ownOfColumns.Add(row.Column, new Dictionary<string, string>(StringComparer.Ordinal) { [row.Key] = row.Value });
        }

        OnTable = Over(OnDatabase, OwnOfTable);
    }

    public Dictionary<string, string> OnDatabase { get; } = new(StringComparer.Ordinal);

    /// <summary>The tags that were put on the table itself.</summary>
    public Dictionary<string, string> OwnOfTable { get; } = new(StringComparer.Ordinal);

    /// <summary>The tags of the table: its own, and those of its database that it does not override.</summary>
    public Dictionary<string, string> OnTable { get; }

    /// <summary>The columns that have tags of their own.</summary>
    public IEnumerable<string> TaggedColumns => _ownOfColumns.Keys;

    /// <summary>The tags that were put on a column itself.</summary>
    public IReadOnlyDictionary<string, string> OwnOf(string column) => _ownOfColumns.TryGetValue(column, out var own) ? own : [];

    /// <summary>The tags of a column: its own, and those of the table that it does not override.</summary>
    public IReadOnlyDictionary<string, string> On(string column) =>
        _ownOfColumns.TryGetValue(column, out var own) ? Over(OnTable, own) : OnTable;

    private static Dictionary<string, string> Over(Dictionary<string, string> inherited, Dictionary<string, string> own)
    {
        if (own.Count == 0) return inherited;
        var tags = new Dictionary<string, string>(inherited, StringComparer.Ordinal);
        foreach (var (key, value) in own) tags[key] = value;
        return tags;
    }
}
