using LakeTools.Local.Identity;

namespace LakeTools.Local.Queries;

/// <summary>A query that the embedded lake wants carried out.</summary>
/// <param name="Id">The query's id.</param>
/// <param name="Sql">The statement.</param>
/// <param name="DatabaseName">The database of tables that are named without one.</param>
/// <param name="Parameters">The values of the statement's question marks, as literals.</param>
/// <param name="AccountId">The account that the query is in.</param>
/// <param name="Credential">Credentials of the caller, by which the lake decides what the query reads.</param>
public sealed record QueryTask(
    string Id,
    string Sql,
    string DatabaseName,
    IReadOnlyList<string> Parameters,
    string AccountId,
    LocalCredential Credential);
