using LakeTools.Rules.Queries;

namespace LakeTools.Core.Queries;

/// <summary>The tables that a query may name, as one principal sees them.</summary>
public interface IQueryTables
{
    /// <summary>Finds a table.</summary>
    /// <param name="databaseName">Its database.</param>
    /// <param name="tableName">Its name.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The table; null if there is none.</returns>
    /// <exception cref="QueryException">It is there, and the principal may not read it, or it cannot be read.</exception>
    Task<IQueryTable?> FindAsync(string databaseName, string tableName, CancellationToken cancellationToken);
}
