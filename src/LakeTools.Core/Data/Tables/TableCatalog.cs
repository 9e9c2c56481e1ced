using Amazon;
using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Data.Tables;

/// <summary>
/// Asks the catalog for a table, as the caller: what the caller may not see is not there. Fields of delimited text have
/// places and no names, so hidden columns matter: of a guarded table, the catalog tells a query engine all columns
/// beside those that the caller may see; where it does not tell us, only a file's own header says which field is which.
/// </summary>
internal static class TableCatalog
{
    /// <summary>Finds a table.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="address">The address of the table.</param>
    /// <param name="purpose">The permission that the caller needs for its data.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The table.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>FormatNotSupported</c>, <c>TableFormatNotSupported</c>,
    /// <c>TableWithoutLocation</c>, <c>ProjectionInvalid</c>, <c>RowFilterNotSupported</c>.</exception>
    public static async Task<TableLayout> GetAsync(LakeConnection connection, TableAddress address, PermissionSet purpose,
        CancellationToken cancellationToken)
    {
        var catalogId = address.CatalogId ?? connection.CatalogId;
        var table = await GetTableAsync(connection.Clients.Glue, address, catalogId, purpose, cancellationToken).ConfigureAwait(false);
        if (TargetOf(connection, address, table) is { } target)
        {
            // Credentials, partitions and unfiltered metadata are asked for of the table itself.
            (address, catalogId) = (target, target.CatalogId);
            table = await GetTableAsync(connection.Clients.Glue, address, catalogId, purpose, cancellationToken).ConfigureAwait(false);
        }

        OpenTableFormat.Refuse(table);
        var storage = table.StorageDescriptor ?? new StorageDescriptor();
        if (string.IsNullOrEmpty(storage.Location))
            throw Fault.TableWithoutLocation(address.ToString(), address);
        catalogId = table.CatalogId ?? catalogId ?? await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var isGuarded = table.IsRegisteredWithLakeFormation ?? false;
        var unfiltered = isGuarded ? await GetUnfilteredAsync(connection, address, table, catalogId, cancellationToken)
            .ConfigureAwait(false) : null;
        var location = Folder(storage.Location);
        var parameters = table.Parameters ?? [];
        var keys = (unfiltered?.Table.PartitionKeys ?? table.PartitionKeys ?? [])
            .Select(key => new GlueColumn(key.Name, key.Type ?? "string")).ToArray();
        return new TableLayout
        {
            Address = address,
            Arn = GlueArn.Table(connection.Region, catalogId, table.DatabaseName, table.Name),
            Location = location,
            AdditionalLocations = (storage.AdditionalLocations ?? []).ConvertAll(Folder),
            Projection = PartitionProjection.Of(address, parameters, location, keys),
            Format = RowFormats.Require(storage.SerdeInfo, parameters, address.ToString()),
            Parameters = parameters,
            Columns = Visible(storage.Columns, unfiltered),
            PartitionKeys = Visible(table.PartitionKeys, unfiltered),
            KeyOrder = keys.Select(key => key.Name).ToArray(),
            Cells = unfiltered is null ? null : CellRules.Of(address, unfiltered),
            Positions = PositionsOf(unfiltered),
            AskPositions = isGuarded ? null : async stop =>
                PositionsOf(await GetUnfilteredAsync(connection, address, table, catalogId, stop).ConfigureAwait(false)),
            IsGuarded = isGuarded,
        };
    }

    // The table behind a resource link: of the table, or of its database, which answers with the name of its target.
    private static TableAddress? TargetOf(LakeConnection connection, TableAddress address, Table table)
    {
        if (table.TargetTable is not { DatabaseName: { } database, Name: { } name } target)
            return string.Equals(table.DatabaseName, address.DatabaseName, StringComparison.OrdinalIgnoreCase)
                && (table.CatalogId is not { } owner
                    || (address.CatalogId ?? connection.CatalogId ?? connection.AccountId ?? owner) == owner)
                ? null : address with { DatabaseName = table.DatabaseName, CatalogId = table.CatalogId };
        if (target.Region is { Length: > 0 } region && region != connection.Region)
            throw Fault.ResourceLinkElsewhere(address, address, region);
        return address with { DatabaseName = database, Name = name, CatalogId = target.CatalogId };
    }

    private static S3Uri Folder(string location)
    {
        var uri = S3Uri.Parse(location);
        return uri.IsFolder ? uri : uri with { Key = uri.Key + "/" };
    }

    private static async Task<Table> GetTableAsync(IAmazonGlue glue, TableAddress address, string? catalogId, PermissionSet purpose,
        CancellationToken cancellationToken)
    {
        var request = new GetTableRequest
        {
            CatalogId = catalogId,
            DatabaseName = address.DatabaseName.ToLowerInvariant(),
            Name = address.Name.ToLowerInvariant(),
        };
        var answer = await CatalogErrors.OfTableAsync(address.DatabaseName, address.Name, () =>
            glue.GetTableAsync(request, cancellationToken), purpose).ConfigureAwait(false);
        return answer.Table;
    }

    private static async Task<GetUnfilteredTableMetadataResponse?> GetUnfilteredAsync(LakeConnection connection, TableAddress address,
        Table table,
        string catalogId, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.ForTableData().Clients.Glue.GetUnfilteredTableMetadataAsync(new GetUnfilteredTableMetadataRequest
            {
                CatalogId = catalogId,
                DatabaseName = table.DatabaseName,
                Name = table.Name,
                SupportedPermissionTypes = [.. TableCredentials.CarriedOut],
            }, cancellationToken).ConfigureAwait(false);
        }
        catch (PermissionTypeMismatchException error)
        {
            throw TableCredentials.RowFiltered(error, address);
        }
        catch (AmazonGlueException error) when (error is AccessDeniedException || error.ErrorCode is "UnknownOperationException")
        {
            return null; // Lake Formation answers only engines that the settings of the lake name; the headers of the files are used
        }
    }

    private static IReadOnlyDictionary<string, int>? PositionsOf(GetUnfilteredTableMetadataResponse? unfiltered) =>
        unfiltered is null ? null : TableLayout.InOrder(unfiltered.Table.StorageDescriptor.Columns.Select(column => column.Name));

    private static GlueColumn[] Visible(List<Column>? columns, GetUnfilteredTableMetadataResponse? unfiltered) =>
        (columns ?? [])
        .Where(column => unfiltered is null || unfiltered.AuthorizedColumns.Contains(column.Name, StringComparer.OrdinalIgnoreCase))
        .Select(column => new GlueColumn(column.Name, column.Type ?? "string", column.Comment))
        .ToArray();
}
