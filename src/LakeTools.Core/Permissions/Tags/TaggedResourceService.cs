using System.Runtime.CompilerServices;
using Amazon.LakeFormation.Model;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Permissions.Tags;

/// <summary>Finds databases, tables and columns by their LF-Tags.</summary>
/// <param name="connection">The lake.</param>
public sealed class TaggedResourceService(LakeConnection connection)
{
    /// <summary>Walks what matches an expression, page by page: databases first.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="type">Databases or tables alone; null for both.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The part that the caller may see.</returns>
    public async IAsyncEnumerable<LakeTaggedResource> FindAsync(TagExpression expression, TaggedResourceType? type, string? catalogId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (type != TaggedResourceType.Table)
            await foreach (var database in DatabasesAsync(expression, catalogId, cancellationToken).ConfigureAwait(false))
                yield return database;
        if (type != TaggedResourceType.Database)
            await foreach (var table in TablesAsync(expression, catalogId, cancellationToken).ConfigureAwait(false)) yield return table;
    }

    private async IAsyncEnumerable<LakeTaggedResource> DatabasesAsync(TagExpression expression, string? catalogId,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new SearchDatabasesByLFTagsRequest { CatalogId = catalogId, Expression = TagMapping.ToApi(expression) };
        var pages = connection.Clients.LakeFormation.Paginators.SearchDatabasesByLFTags(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var found in page.DatabaseList ?? [])
            {
                yield return new LakeTaggedResource
                {
                    ResourceKind = nameof(ResourceKind.Database),
                    CatalogId = found.Database.CatalogId,
                    DatabaseName = found.Database.Name,
                    ColumnName = NameList.Empty,
                    ExcludedColumnName = NameList.Empty,
                    Tag = TagMapping.ToConditions(TagMapping.ToTags(found.LFTags)),
                };
            }
        }
    }

    private async IAsyncEnumerable<LakeTaggedResource> TablesAsync(TagExpression expression, string? catalogId,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new SearchTablesByLFTagsRequest { CatalogId = catalogId, Expression = TagMapping.ToApi(expression) };
        var pages = connection.Clients.LakeFormation.Paginators.SearchTablesByLFTags(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var found in page.TableList ?? []) yield return ToResource(found, expression);
    }

    /// <summary>
    /// A table is found for its own tags, for those of its database, or for those of some columns: says which columns are meant.
    /// </summary>
    private static LakeTaggedResource ToResource(TaggedTable found, TagExpression expression)
    {
        var tags = TagMapping.ToTags(found.LFTagOnDatabase, found.LFTagsOnTable);
        var columns = (found.LFTagsOnColumns ?? []).ToLookup(
            column => expression.Matches(TagMapping.ToTags(found.LFTagOnDatabase, found.LFTagsOnTable, column.LFTags)), column =>
                column.Name);
        // If no matching column is named, the table itself matched.
        var isWhole = expression.Matches(tags) || !columns[true].Any();
        var excluded = isWhole ? NameList.Of(columns[false]) : NameList.Empty;
        var included = isWhole ? NameList.Empty : NameList.Of(columns[true]);
        return new LakeTaggedResource
        {
            ResourceKind = excluded.Count + included.Count > 0 ? nameof(ResourceKind.Columns) : nameof(ResourceKind.Table),
            CatalogId = found.Table.CatalogId,
            DatabaseName = found.Table.DatabaseName,
            TableName = found.Table.Name,
            ColumnName = included,
            ExcludedColumnName = excluded,
            Tag = TagMapping.ToConditions(tags),
        };
    }
}
