using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// The tables of a database whose names match. Glue filters by some patterns only, and returns all tables for the others.
/// </summary>
internal static class MatchingTables
{
    /// <summary>Lists the tables.</summary>
    /// <param name="service">Lists the tables of a database.</param>
    /// <param name="database">The database.</param>
    /// <param name="name">A name with PowerShell's wildcards.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The tables, in the catalog's order.</returns>
    public static async IAsyncEnumerable<GlueTable> ListAsync(TableService service, string database, string name, string? catalogId,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pattern = Names.Pattern(name);
        await foreach (var table in service.ListAsync(database, name, catalogId, cancellationToken).ConfigureAwait(false))
            if (pattern.IsMatch(table.Name)) yield return table;
    }
}
