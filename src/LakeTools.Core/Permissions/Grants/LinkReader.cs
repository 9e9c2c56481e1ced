using LakeTools.Core.Catalog;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>Finds what resource links represent.</summary>
/// <param name="connection">The lake.</param>
internal sealed class LinkReader(LakeConnection connection)
{
    /// <summary>The resource behind a link of a database or of a table, or behind the link that is its database.</summary>
    /// <param name="resource">A database, a table, all tables or columns; anything else is no link.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The target, with the same columns; null if there is no link.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>DatabaseNotFound</c> and errors of the service.</exception>
    public async Task<LinkTarget?> TargetAsync(LakeResource resource, CancellationToken cancellationToken)
    {
        if (resource.Kind is not (ResourceKind.Database or ResourceKind.AllTables or ResourceKind.Table or ResourceKind.Columns))
            return null;
        var ofDatabase = LakeResource.Database(resource.DatabaseName!, resource.CatalogId);
        if (resource.Kind is ResourceKind.Database or ResourceKind.AllTables || LakeResource.IsAllTables(resource.TableName))
        {
            var database = await new DatabaseService(connection).GetAsync(resource.DatabaseName!, resource.CatalogId, cancellationToken)
                .ConfigureAwait(false);
            return database.IsResourceLink
                ? new LinkTarget(In(resource, database.TargetDatabaseName!, database.TargetCatalogId), ofDatabase) : null;
        }

        var table = await new TableService(connection).GetAsync(resource.DatabaseName!, resource.TableName!, resource.CatalogId,
            cancellationToken).ConfigureAwait(false);
        if (table.IsResourceLink)
        {
            var target = In(resource, table.TargetDatabaseName!, table.TargetCatalogId);
            return new LinkTarget(target with { TableName = table.TargetTableName!.ToLowerInvariant() },
                LakeResource.Table(resource.DatabaseName!, resource.TableName!, resource.CatalogId));
        }


        // Behind a link of a database, a table answers with the names of its own database and catalog. They may differ in one alone.
        var catalog = resource.CatalogId ?? connection.CatalogId ?? await connection.GetAccountIdAsync(cancellationToken)
            .ConfigureAwait(false);
        return string.Equals(table.DatabaseName, resource.DatabaseName, StringComparison.OrdinalIgnoreCase)
            && (table.CatalogId ?? catalog) == catalog
            ? null : new LinkTarget(In(resource, table.DatabaseName, table.CatalogId), ofDatabase);
    }

    private static LakeResource In(LakeResource resource, string database, string? catalogId) =>
        resource with { DatabaseName = database.ToLowerInvariant(), CatalogId = catalogId };
}
