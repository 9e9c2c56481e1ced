using System.Text.Json.Nodes;
using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>The data cells filters.</summary>
internal static class DataFilters
{
    private const string Columns = "database, tbl, name, document, version";

    public static DataFilterRecord? Find(StoreSession session, string database, string table, string name) =>
        session.First($"SELECT {Columns} FROM lf_filter WHERE database = ?1 AND tbl = ?2 AND name = ?3", Read, database, table, name);

    /// <summary>
    /// Filters that follow a place (see <see cref="DataFilterRecord.Key"/>) among those of all tables, a database's or a table's.
    /// </summary>
    public static List<DataFilterRecord> After(StoreSession session, string key, string? database, string? table, int count)
    {
        string?[] place = key.Length == 0 ? [database ?? "", table ?? "", ""] : key.Split('\n', 3);
        var where = (database, table) switch
        {
            (null, _) => "(database, tbl, name) > (?1, ?2, ?3)",
            (_, null) => "database = ?4 AND (database, tbl, name) > (?1, ?2, ?3)",
            _ => "database = ?4 AND tbl = ?5 AND (database, tbl, name) > (?1, ?2, ?3)",
        };
        object?[] arguments = (database, table) switch
        {
            (null, _) => [.. place],
            (_, null) => [.. place, database],
            _ => [.. place, database, table],
        };
        return session.Query($"SELECT {Columns} FROM lf_filter WHERE {where} ORDER BY database, tbl, name LIMIT {count}", Read, arguments);
    }

    public static void Save(StoreSession session, DataFilterRecord filter) => session.Execute(
        $"INSERT OR REPLACE INTO lf_filter ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5)",
        filter.Database, filter.Table, filter.Name, filter.Document.ToJsonString(), filter.Version);

    public static void Remove(StoreSession session, DataFilterRecord filter) =>
        session.Execute("DELETE FROM lf_filter WHERE database = ?1 AND tbl = ?2 AND name = ?3", filter.Database, filter.Table, filter.Name);

    public static void ForgetDatabase(StoreSession session, string database) =>
        session.Execute("DELETE FROM lf_filter WHERE database = ?1", database);

    public static void ForgetTable(StoreSession session, string database, string table) =>
        session.Execute("DELETE FROM lf_filter WHERE database = ?1 AND tbl = ?2", database, table);

    private static DataFilterRecord Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), JsonNode.Parse(row.GetString(3))!.AsObject(), row.GetInt64(4));
}
