namespace LakeTools.Core.Queries;

/// <summary>A query that an engine carries out.</summary>
/// <param name="Sql">One statement that reads.</param>
/// <param name="DatabaseName">The database of tables that are named without one.</param>
/// <param name="Parameters">The values of the statement's question marks, each as a literal of SQL: <c>'a'</c>, <c>1</c>.</param>
public sealed record EngineQuery(string Sql, string DatabaseName, IReadOnlyList<string> Parameters);
