using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>The transactions of a lake.</summary>
internal static class Transactions
{
    private const string Columns = "number, id, status, started, ended";

    public static TransactionRecord? Find(StoreSession session, string id) =>
        session.First($"SELECT {Columns} FROM lf_transaction WHERE id = ?1", Read, id);

    /// <summary>Transactions in the order of their starts.</summary>
    public static List<TransactionRecord> After(StoreSession session, long number, int count) =>
        session.Query($"SELECT {Columns} FROM lf_transaction WHERE number > ?1 ORDER BY number LIMIT {count}", Read, number);

    public static void Start(StoreSession session, string id, long now) =>
        session.Execute("INSERT INTO lf_transaction (id, status, started) VALUES (?1, ?2, ?3)", id, TransactionRecord.Active, now);

    public static void End(StoreSession session, string id, string status, long now) =>
        session.Execute("UPDATE lf_transaction SET status = ?2, ended = ?3 WHERE id = ?1", id, status, now);

    private static TransactionRecord Read(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.IsDBNull(4) ? null : row.GetInt64(4));
}
