using LakeTools.Core.Catalog;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>Reads the table of a question, and the target of a link.</summary>
/// <param name="connection">The lake.</param>
internal sealed class CheckedTableReader(LakeConnection connection)
{
    /// <summary>Reads it.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>DatabaseNotFound</c>.</exception>
    public async Task<CheckedTable> ReadAsync(AccessCheckQuestion question, CancellationToken cancellationToken)
    {
        var own = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var catalog = question.CatalogId ?? connection.CatalogId;
        var tables = new TableService(connection);
        GlueTable asked;
        try
        {
            asked = await tables.GetAsync(question.Database, question.Table, catalog, cancellationToken).ConfigureAwait(false);
        }
        catch (LakeException error) when (CheckResult.IsDenied(error))
        {
            return new CheckedTable(null, null, null, false, Account(catalog, own));
        }

        var named = LakeResource.Table(question.Database, question.Table, catalog);
        if (await new LinkReader(connection).TargetAsync(named, cancellationToken).ConfigureAwait(false) is not { } link)
            return new CheckedTable(asked, null, asked, false, Account(asked.CatalogId ?? catalog, own));
        var owner = Account(link.Resource.CatalogId, own);
        if (!asked.IsResourceLink)
            return new CheckedTable(asked, link, asked, false, owner)
            {
                TargetRegion = await RegionAsync(question.Database, catalog, cancellationToken).ConfigureAwait(false),
            };
        var followed = new CheckedTable(asked, link, null, false, owner) { TargetRegion = asked.TargetRegion ?? connection.Region };
        try
        {
            var target = await tables.GetAsync(
                link.Resource.DatabaseName!, link.Resource.TableName!, link.Resource.CatalogId, cancellationToken).ConfigureAwait(false);
            return followed with { Data = target };
        }
        catch (LakeException error) when (CheckResult.IsDenied(error))
        {
            return followed;
        }
        catch (LakeException error) when (error.Id is nameof(Fault.TableNotFound) or nameof(Fault.DatabaseNotFound))
        {
            return followed with { IsGone = true };
        }
    }

    private async Task<string?> RegionAsync(string database, string? catalog, CancellationToken cancellationToken)
    {
        try
        {
            return (await new DatabaseService(connection).GetAsync(database, catalog, cancellationToken).ConfigureAwait(false)).TargetRegion
                ?? connection.Region;
        }
        catch (LakeException error) when (CheckResult.IsDenied(error))
        {
            return null;
        }
    }

    private static string Account(string? catalog, string own) => catalog is { Length: >= 12 } ? catalog[..12] : own;
}
