using System.Text.Json.Nodes;
using LakeTools.Local.Store;
using LakeTools.Rules.Resources;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>One principal's opt-in on one thing, under one condition or none.</summary>
/// <param name="Id">Its place in the order of writing.</param>
/// <param name="Principal">An identifier.</param>
/// <param name="Resource">The catalog, a database, a table or all tables; its catalog is named.</param>
/// <param name="Condition">The expression that the principal's tags must match. Null if there is none.</param>
/// <param name="Updated">Milliseconds since 1970.</param>
/// <param name="UpdatedBy">The principal who wrote it.</param>
internal sealed record OptInRecord(long Id, string Principal, LakeResource Resource, string? Condition, long Updated, string UpdatedBy);

/// <summary>The opt-ins of a lake (hybrid access mode): for whom Lake Formation decides, where for everybody else IAM does.</summary>
internal sealed class OptIns(StoreSession session, string accountId)
{
    private const string Columns = "id, principal, resource, updated, updated_by, condition";

    /// <summary>The conditions of a principal's opt-ins on a thing; null for one without.</summary>
    public List<string?> Conditions(string principal, LakeResource resource)
    {
        var key = GrantStore.KeyOf(resource, accountId);
        return session.Query("SELECT condition FROM lf_opt_in WHERE database = ?1 AND tbl = ?2 AND kind = ?3 AND principal = ?4",
            row => Condition(row, 0), key.Database, key.Table, key.Kind, principal);
    }

    public void Add(string principal, LakeResource resource, string? condition, long now, string by)
    {
        var key = GrantStore.KeyOf(resource, accountId);
        session.Execute("INSERT INTO lf_opt_in (principal, kind, database, tbl, resource, updated, updated_by, condition) "
            + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            principal, key.Kind, key.Database, key.Table, ResourceWire.Write(resource).ToJsonString(), now, by,
            condition ?? "");
    }

    public bool Remove(string principal, LakeResource resource, string? condition)
    {
        var key = GrantStore.KeyOf(resource, accountId);
        return session.Execute(
            "DELETE FROM lf_opt_in WHERE database = ?1 AND tbl = ?2 AND kind = ?3 AND principal = ?4 AND condition = ?5",
            key.Database, key.Table, key.Kind, principal, condition ?? "") > 0;
    }

    /// <summary>A page of opt-ins after an id, in the order in which they were written; null names any.</summary>
    public List<OptInRecord> After(long id, string? principal, LakeResource? resource, int count)
    {
        var key = resource is null ? default : GrantStore.KeyOf(resource, accountId);
        return session.Query(
            $"""
            SELECT {Columns} FROM lf_opt_in
            WHERE id > ?1 AND (?2 IS NULL OR principal = ?2) AND (?3 IS NULL OR (kind = ?3 AND database = ?4 AND tbl = ?5))
            ORDER BY id LIMIT {count}
            """,
            Read, id, principal, resource is null ? null : key.Kind, key.Database, key.Table);
    }

    /// <summary>Removes the opt-ins on a database and on what is in it.</summary>
    public void ForgetDatabase(string database) => session.Execute("DELETE FROM lf_opt_in WHERE database = ?1", database);

    /// <summary>Removes the opt-ins on a table.</summary>
    public void ForgetTable(string database, string table) =>
        session.Execute("DELETE FROM lf_opt_in WHERE database = ?1 AND tbl = ?2", database, table);

    private OptInRecord Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), ResourceWire.Read(JsonNode.Parse(row.GetString(2))!.AsObject())
            .Canonical(accountId), Condition(row, 5), row.GetInt64(3), row.GetString(4));

    private static string? Condition(SqliteDataReader row, int at) => row.GetString(at) is { Length: > 0 } condition ? condition : null;
}
