using System.Text.Json.Nodes;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Athena;

/// <summary>The queries of an account.</summary>
/// <param name="session">The transaction.</param>
internal sealed class QueryStore(StoreSession session)
{
    private const string Columns = "number, id, owner, host, request, document, columns";

    public QueryRecord? Find(string id) => session.First($"SELECT {Columns} FROM athena_query WHERE id = ?1", Read, id);

    /// <exception cref="ApiException">It does not exist.</exception>
    public QueryRecord Existing(string id) => Find(id)
        ?? throw new ApiException("InvalidRequestException", $"QueryExecution {id} was not found");

    /// <summary>The query that an owner started with a token; null for none.</summary>
    public QueryRecord? OfToken(string owner, string token) =>
        session.First($"SELECT {Columns} FROM athena_query WHERE owner = ?1 AND token = ?2", Read, owner, token);

    /// <summary>Queries of a work group that came before one, the newest first.</summary>
    public List<QueryRecord> Before(string workGroup, long number, int count) => session.Query(
        $"SELECT {Columns} FROM athena_query WHERE work_group = ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3",
        Read, workGroup, number, count);

    public void Add(QueryRecord query, string workGroup, string? token, long submitted) => session.Execute(
        "INSERT INTO athena_query (id, work_group, owner, token, request, host, submitted, document) "
            + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        query.Id, workGroup, query.Owner, token, query.Request, query.Host, submitted, query.Document.ToJsonString());

    /// <summary>Writes down what has changed.</summary>
    public void Save(QueryRecord query) => session.Execute(
        "UPDATE athena_query SET document = ?2, columns = ?3 WHERE id = ?1",
        query.Id, query.Document.ToJsonString(), query.Columns?.ToJsonString());

    /// <summary>Forgets the queries of a work group.</summary>
    public void Remove(string workGroup) => session.Execute("DELETE FROM athena_query WHERE work_group = ?1", workGroup);

    /// <summary>Forgets old queries.</summary>
    public void RemoveBefore(long submitted) => session.Execute("DELETE FROM athena_query WHERE submitted < ?1", submitted);

    /// <summary>Queries that go on, as far as the store knows.</summary>
    public List<QueryRecord> Open() => session.Query(
        $"SELECT {Columns} FROM athena_query WHERE json_extract(document, '$.Status.State') IN ('QUEUED', 'RUNNING')", Read);

    private static QueryRecord Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        JsonNode.Parse(row.GetString(5))!.AsObject(),
        row.IsDBNull(6) ? null : JsonNode.Parse(row.GetString(6))!.AsArray());
}
