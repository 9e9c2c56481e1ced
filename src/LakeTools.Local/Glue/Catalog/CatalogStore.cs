using System.Text.Json.Nodes;
using LakeTools.Local.Store;
using LakeTools.Rules.Resources;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Glue.Catalog;

/// <summary>Databases and tables in the lake's store. Knows nothing of permissions.</summary>
internal static class CatalogStore
{
    private const string TableColumns = "database, name, document, creator, created_by, created, updated, version";

    public static bool HasDatabase(StoreSession session, string name) =>
        session.Scalar<long>("SELECT EXISTS (SELECT 1 FROM glue_database WHERE name = ?1)", name) != 0;

    public static bool HasTable(StoreSession session, string database, string name) =>
        session.Scalar<long>("SELECT EXISTS (SELECT 1 FROM glue_table WHERE database = ?1 AND name = ?2)", database, name) != 0;

    public static string? CreatorOfDatabase(StoreSession session, string name) =>
        session.Scalar<string>("SELECT creator FROM glue_database WHERE name = ?1", name);

    /// <summary>The kind of the records of catalogs besides the account's own.</summary>
    public const string CatalogKind = "catalog";

    /// <summary>The member of such a record that names its creator.</summary>
    public const string CatalogCreator = "Creator";

    /// <summary>The creator of a nested catalog. Null for a catalog within one, and if there is none.</summary>
    public static string? CreatorOfCatalog(StoreSession session, string accountId, string catalogId) =>
        catalogId.StartsWith(accountId + ":", StringComparison.Ordinal)
            ? session.Scalar<string>(
                $"SELECT json_extract(document, '$.{CatalogCreator}') FROM glue_record WHERE kind = '{CatalogKind}' AND name = ?1",
                catalogId[(accountId.Length + 1)..])
            : null;

    public static string? CreatorOfTable(StoreSession session, string database, string name) =>
        session.Scalar<string>("SELECT creator FROM glue_table WHERE database = ?1 AND name = ?2", database, name);

    public static IReadOnlyList<string> ColumnsOf(StoreSession session, string database, string name) =>
        FindTable(session, database, name)?.Columns ?? [];

    public static DatabaseRecord? FindDatabase(StoreSession session, string name) =>
        session.First("SELECT name, document, creator, created FROM glue_database WHERE name = ?1", ReadDatabase, name);

    public static List<DatabaseRecord> DatabasesAfter(StoreSession session, string name, int count) =>
        session.Query($"SELECT name, document, creator, created FROM glue_database WHERE name > ?1 ORDER BY name LIMIT {count}",
            ReadDatabase, name);

    public static void Save(StoreSession session, DatabaseRecord database) => session.Execute(
        "INSERT INTO glue_database (name, document, creator, created) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (name) "
            + "DO UPDATE SET document = ?2",
        database.Name, database.Document.ToJsonString(), database.Creator, database.Created);

    public static void RemoveDatabase(StoreSession session, string name)
    {
        session.Execute("DELETE FROM glue_partition WHERE database = ?1", name);
        session.Execute("DELETE FROM glue_table_version WHERE database = ?1", name);
        PartStore.ForgetDatabase(session, name);
        session.Execute("DELETE FROM glue_table WHERE database = ?1", name);
        session.Execute("DELETE FROM glue_database WHERE name = ?1", name);
    }

    public static TableRecord? FindTable(StoreSession session, string database, string name) =>
        session.First($"SELECT {TableColumns} FROM glue_table WHERE database = ?1 AND name = ?2", ReadTable, database, name);

    public static List<TableRecord> TablesAfter(StoreSession session, string database, string name, int count) =>
        session.Query($"SELECT {TableColumns} FROM glue_table WHERE database = ?1 AND name > ?2 ORDER BY name LIMIT {count}", ReadTable,
            database, name);

    /// <summary>Names of tables of a database that somebody made, after one of them.</summary>
    public static List<string> TablesMadeBy(StoreSession session, string creator, string database, string name, int count) => session.Query(
        "SELECT name FROM glue_table WHERE creator = ?1 AND database = ?2 AND name > ?3 ORDER BY name LIMIT ?4",
        row => row.GetString(0), creator, database, name, count);

    /// <summary>The existing tables among the named ones, the first ones by name.</summary>
    public static List<TableRecord> TablesAmong(StoreSession session, string database, IEnumerable<string> names, int count) =>
        session.Query(
        $"SELECT {TableColumns} FROM glue_table WHERE database = ?1 AND name IN (SELECT value FROM json_each(?2)) ORDER BY name LIMIT ?3",
        ReadTable, database, StoredJson.Write(names), count);

    /// <summary>The tables whose location is a place in S3, however it is written.</summary>
    public static List<TableRecord> TablesAt(StoreSession session, string location) => session.Query(
        $"""
        SELECT {TableColumns} FROM glue_table
        WHERE rtrim(document ->> '$.StorageDescriptor.Location', '/') IN (SELECT value FROM json_each(?1)) ORDER BY database, name
        """,
        ReadTable, StoredJson.Write(S3Location.Spellings(location)));

    /// <summary>The databases whose location is a place in S3, however it is written.</summary>
    public static List<string> DatabasesAt(StoreSession session, string location) => session.Query(
        """
        SELECT name FROM glue_database
        WHERE rtrim(document ->> '$.LocationUri', '/') IN (SELECT value FROM json_each(?1)) ORDER BY name
        """,
        row => row.GetString(0), StoredJson.Write(S3Location.Spellings(location)));

    /// <summary>A table's place among those of all databases. No name holds a line break.</summary>
    public static string SearchKey(TableRecord table) => table.Database + "\n" + table.Name;

    /// <summary>Tables of all databases that follow such a place; the first ones where it is empty.</summary>
    public static List<TableRecord> TablesOfAllAfter(StoreSession session, string key, int count)
    {
        var place = key.Split('\n', 2);
        return session.Query(
            $"SELECT {TableColumns} FROM glue_table WHERE (database, name) > (?1, ?2) ORDER BY database, name LIMIT {count}",
            ReadTable, place[0], place.Length > 1 ? place[1] : "");
    }

    /// <summary>Adds a table or replaces it.</summary>
    public static void Save(StoreSession session, TableRecord table) => session.Execute(
        $"INSERT OR REPLACE INTO glue_table ({TableColumns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        table.Database, table.Name, table.Document.ToJsonString(), table.Creator, table.CreatedBy, table.Created, table.Updated,
        table.Version);

    /// <summary>Keeps a table as a former version.</summary>
    public static void Archive(StoreSession session, TableRecord table) => session.Execute(
        "INSERT OR REPLACE INTO glue_table_version (database, tbl, version, document, updated) VALUES (?1, ?2, ?3, ?4, ?5)",
        table.Database, table.Name, table.Version, table.Document.ToJsonString(), table.Updated);

    /// <summary>The former versions of a table, the newest first.</summary>
    public static List<TableRecord> Versions(StoreSession session, TableRecord table) => session.Query(
        "SELECT version, document, updated FROM glue_table_version WHERE database = ?1 AND tbl = ?2 ORDER BY version DESC",
        row => table with { Version = row.GetInt64(0), Document = JsonNode.Parse(row.GetString(1))!.AsObject(), Updated = row.GetInt64(2) },
        table.Database, table.Name);

    public static bool RemoveVersion(StoreSession session, string database, string name, long version) =>
        session.Execute("DELETE FROM glue_table_version WHERE database = ?1 AND tbl = ?2 AND version = ?3", database, name, version) > 0;

    public static void RemoveTable(StoreSession session, string database, string name)
    {
        session.Execute("DELETE FROM glue_partition WHERE database = ?1 AND tbl = ?2", database, name);
        session.Execute("DELETE FROM glue_table_version WHERE database = ?1 AND tbl = ?2", database, name);
        PartStore.ForgetTable(session, database, name);
        session.Execute("DELETE FROM glue_table WHERE database = ?1 AND name = ?2", database, name);
    }

    private static DatabaseRecord ReadDatabase(SqliteDataReader row) =>
        new(row.GetString(0), JsonNode.Parse(row.GetString(1))!.AsObject(), row.GetString(2), row.GetInt64(3));

    private static TableRecord ReadTable(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), JsonNode.Parse(row.GetString(2))!.AsObject(), row.GetString(3),
        row.IsDBNull(4) ? row.GetString(3) : row.GetString(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7));
}
