using System.Text.Json.Nodes;
using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Glue.Catalog;

/// <summary>A table's partitions in the lake's store, in the order of their keys. Knows nothing of permissions.</summary>
internal sealed class PartitionStore(StoreSession session, TableRecord table)
{
    private const string Columns = "key, document, created";

    public static string KeyOf(IEnumerable<string> values) => StoredJson.Write(values);

    public PartitionRecord? Find(IEnumerable<string> values) => session.First(
        $"SELECT {Columns} FROM glue_partition WHERE database = ?1 AND tbl = ?2 AND key = ?3", Read, table.Database, table.Name,
            KeyOf(values));

    public List<PartitionRecord> After(string key, int count) => session.Query(
        $"SELECT {Columns} FROM glue_partition WHERE database = ?1 AND tbl = ?2 AND key > ?3 ORDER BY key LIMIT {count}", Read,
            table.Database, table.Name, key);

    /// <summary>Adds a partition or replaces it.</summary>
    public void Save(PartitionRecord partition) => session.Execute(
        "INSERT OR REPLACE INTO glue_partition (database, tbl, key, document, created) VALUES (?1, ?2, ?3, ?4, ?5)",
        table.Database, table.Name, partition.Key, partition.Document.ToJsonString(), partition.Created);

    public void Remove(PartitionRecord partition) => session.Execute(
        "DELETE FROM glue_partition WHERE database = ?1 AND tbl = ?2 AND key = ?3", table.Database, table.Name, partition.Key);

    private static PartitionRecord Read(SqliteDataReader row)
    {
        var key = row.GetString(0);
        return new(key, StoredJson.Texts(key), JsonNode.Parse(row.GetString(1))!.AsObject(), row.GetInt64(2));
    }
}
