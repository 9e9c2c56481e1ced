using LakeTools.Core.Catalog;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>Tells a resource that does not exist from one for which a list has no entries.</summary>
/// <param name="connection">The lake.</param>
internal sealed class NamedResource(LakeConnection connection)
{
    /// <summary>Checks that a database, a table and its columns exist.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>DatabaseNotFound</c>, <c>TableNotFound</c>, <c>ColumnNotFound</c>.</exception>
    public async Task RequireAsync(LakeResource resource, CancellationToken cancellationToken)
    {
        if (resource.DatabaseName is not { } database) return;
        try
        {
            if (resource.Kind is ResourceKind.Database or ResourceKind.AllTables || resource.TableName is not { } table)
                await new DatabaseService(connection).GetAsync(database, resource.CatalogId, cancellationToken).ConfigureAwait(false);
            else
                RequireColumns(resource, await new TableService(connection).GetAsync(database, table, resource.CatalogId, cancellationToken)
                    .ConfigureAwait(false));
        }
        catch (LakeException error) when (error.Category == LakeErrorCategory.PermissionDenied)
        {
            // The caller may list what is granted, and not see the resource.
        }
    }

    private static void RequireColumns(LakeResource resource, GlueTable table)
    {
        var known = table.Column.Concat(table.PartitionKey).Select(column => column.Name).ToList();
        if (resource.ColumnNames.Concat(resource.ExcludedColumnNames).FirstOrDefault(name => !known.Contains(name)) is { } missing)
            throw Fault.ColumnNotFound(resource, $"{table.DatabaseName}.{table.Name}", missing, string.Join(", ", known));
    }
}
