using LakeTools.Core.Catalog;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>Finds what resource links stand for.</summary>
/// <param name="connection">The lake.</param>
internal sealed class LinkReader(LakeConnection connection)
{
    /// <summary>The thing behind a link of a database, or of a table.</summary>
    /// <param name="resource">A database, a table or columns; anything else is no link.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The target, with the same columns; null where the thing is no link.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>DatabaseNotFound</c> and what the service refuses.</exception>
    public async Task<LakeResource?> TargetAsync(LakeResource resource, CancellationToken cancellationToken)
    {
        if (resource.Kind == ResourceKind.Database)
        {
            var database = await new DatabaseService(connection).GetAsync(resource.DatabaseName!, resource.CatalogId, cancellationToken)
                .ConfigureAwait(false);
            return database.IsResourceLink ? LakeResource.Database(database.TargetDatabaseName!, database.TargetCatalogId) : null;
        }

        if (resource.Kind is not (ResourceKind.Table or ResourceKind.Columns) || LakeResource.IsAllTables(resource.TableName)) return null;
        var table = await new TableService(connection).GetAsync(resource.DatabaseName!, resource.TableName!, resource.CatalogId,
            cancellationToken).ConfigureAwait(false);
        return table.IsResourceLink
            ? resource with { DatabaseName = table.TargetDatabaseName!.ToLowerInvariant(),
                TableName = table.TargetTableName!.ToLowerInvariant(), CatalogId = table.TargetCatalogId }
            : null;
    }
}
