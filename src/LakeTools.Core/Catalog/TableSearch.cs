using System.Runtime.CompilerServices;
using Amazon.Glue.Model;

namespace LakeTools.Core.Catalog;

/// <summary>Finds tables by words in their names, columns, comments, descriptions and parameters.</summary>
/// <param name="connection">The lake.</param>
public sealed class TableSearch(LakeConnection connection)
{
    /// <summary>Lists the matching tables that the caller may see, page by page.</summary>
    /// <param name="text">Words; in double quotes they must be found exactly so.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The tables, in the order in which Glue finds them.</returns>
    public async IAsyncEnumerable<GlueTable> FindAsync(string text, string? catalogId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new SearchTablesRequest { CatalogId = catalogId ?? connection.CatalogId, SearchText = text };
        var pages = connection.Clients.Glue.Paginators.SearchTables(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var table in page.TableList ?? []) yield return TableMapping.ToTable(table);
    }
}
