using System.Text.Json.Nodes;
using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Glue.Catalog;

/// <summary>
/// The dependent records of one database or table: functions, partition indexes, statistics. This class does not check permissions.
/// </summary>
/// <param name="session">The transaction.</param>
/// <param name="database">In lower case.</param>
/// <param name="table">In lower case; empty for the database itself.</param>
/// <param name="kind">Such as <c>index</c>.</param>
internal sealed class PartStore(StoreSession session, string database, string table, string kind)
{
    public GlueRecord? Find(string name) => session.First(
        "SELECT name, document, created FROM glue_part WHERE database = ?1 AND tbl = ?2 AND kind = ?3 AND name = ?4", Read, database, table,
            kind, name);

    /// <summary>All of them, by name.</summary>
    public List<GlueRecord> All() => session.Query(
        "SELECT name, document, created FROM glue_part WHERE database = ?1 AND tbl = ?2 AND kind = ?3 ORDER BY name", Read, database, table,
            kind);

    /// <summary>Adds one or replaces it.</summary>
    public void Save(string name, JsonObject document, long created) => session.Execute(
        "INSERT OR REPLACE INTO glue_part (database, tbl, kind, name, document, created) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        database, table, kind, name, document.ToJsonString(), created);

    /// <summary>Removes one.</summary>
    /// <returns>True if it was there.</returns>
    public bool Remove(string name) => session.Execute(
        "DELETE FROM glue_part WHERE database = ?1 AND tbl = ?2 AND kind = ?3 AND name = ?4", database, table, kind, name) > 0;

    /// <summary>Removes all of them.</summary>
    public void Clear() => session.Execute("DELETE FROM glue_part WHERE database = ?1 AND tbl = ?2 AND kind = ?3", database, table, kind);

    public static void ForgetTable(StoreSession session, string database, string table) =>
        session.Execute("DELETE FROM glue_part WHERE database = ?1 AND tbl = ?2", database, table);

    public static void ForgetDatabase(StoreSession session, string database) =>
        session.Execute("DELETE FROM glue_part WHERE database = ?1", database);

    private static GlueRecord Read(SqliteDataReader row) =>
        new(row.GetString(0), JsonNode.Parse(row.GetString(1))!.AsObject(), row.GetInt64(2), row.GetInt64(2));
}
