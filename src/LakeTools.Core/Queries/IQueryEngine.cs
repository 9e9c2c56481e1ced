using LakeTools.Rules.Queries;

namespace LakeTools.Core.Queries;

/// <summary>Carries out SQL over tables that it is given, and reaches nothing else. LakeTools.Query has one.</summary>
public interface IQueryEngine
{
    /// <summary>Carries out a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="tables">Finds the tables that the query names.</param>
    /// <param name="output">Takes the result.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The work.</returns>
    /// <exception cref="QueryException">The query cannot be carried out.</exception>
    Task RunAsync(EngineQuery query, IQueryTables tables, IQueryOutput output, CancellationToken cancellationToken);
}
