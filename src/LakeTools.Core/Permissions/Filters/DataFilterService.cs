using System.Runtime.CompilerServices;
using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Rows;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Permissions.Filters;

/// <summary>Makes, finds, changes and removes data cells filters.</summary>
/// <param name="connection">The lake.</param>
public sealed class DataFilterService(LakeConnection connection)
{
    /// <summary>Makes a filter. Columns and rows are checked against the table before the call.</summary>
    /// <param name="options">The filter.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The filter as the service has it.</returns>
    /// <exception cref="LakeException"><c>DataFilterExists</c>, <c>InvalidRowFilter</c>, <c>ColumnNotFound</c>, <c>DatabaseNotFound</c>,
    /// <c>TableNotFound</c>.</exception>
    public async Task<Written<LakeDataFilter>> CreateAsync(DataFilterOptions options, CancellationToken cancellationToken)
    {
        var data = await CheckedAsync(options, cancellationToken).ConfigureAwait(false);
        try
        {
            await LostAnswers.MakeAsync(
                () => connection.Clients.LakeFormation.CreateDataCellsFilterAsync(new CreateDataCellsFilterRequest { TableData = data },
                    cancellationToken),
                data,
                () => ReadAsync(data, cancellationToken)).ConfigureAwait(false);
        }
        catch (AlreadyExistsException error)
        {
            throw Fault.DataFilterExists(
                $"{data.DatabaseName}.{data.TableName}.{data.Name}",
                data.DatabaseName,
                data.TableName,
                data.Name,
                inner: error);
        }

        return WrittenOf(data, "created");
    }

    /// <summary>What a filter has and its object does not show, so that a copy lacks it.</summary>
    /// <param name="filter">The filter.</param>
    public static IReadOnlyList<string> NotShown(LakeDataFilter filter) => filter.Unknown;

    /// <summary>Changes a filter; what is null stays.</summary>
    /// <param name="options">The filter and what to change.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The filter as the service now has it.</returns>
    /// <exception cref="LakeException"><c>DataFilterNotFound</c>, <c>InvalidRowFilter</c>, <c>ColumnNotFound</c>; <c>RequestConflict</c>
    /// where somebody else changed it in the meantime.</exception>
    public async Task<Written<LakeDataFilter>> ChangeAsync(DataFilterOptions options, CancellationToken cancellationToken)
    {
        var read = await FindAsync(options.DatabaseName, options.TableName, options.Name, options.CatalogId, cancellationToken)
            .ConfigureAwait(false);
        var old = ToFilter(read);
        var namesColumns = options.ColumnName is not null || options.ExcludedColumnName is not null;
        var data = await CheckedAsync(options with
        {
            CatalogId = old.CatalogId,
            RowFilter = options.RowFilter ?? old.RowFilter,
            ColumnName = namesColumns ? options.ColumnName : old.Column,
            ExcludedColumnName = namesColumns ? options.ExcludedColumnName : old.ExcludedColumn,
        }, cancellationToken).ConfigureAwait(false);
        data.VersionId = old.VersionId;
        // The service replaces the filter, and what it has and we do not know may narrow it.
        UnknownMembers.Keep(read, data);
        await OfFilterAsync(data.DatabaseName, data.TableName, data.Name, () => LostAnswers.MakeAsync(
            () => connection.Clients.LakeFormation.UpdateDataCellsFilterAsync(new UpdateDataCellsFilterRequest { TableData = data },
                cancellationToken),
            data,
            () => ReadAsync(data, cancellationToken))).ConfigureAwait(false);
        return WrittenOf(data, "changed");
    }

    /// <summary>Finds one filter.</summary>
    /// <param name="database">The table's database.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The filter.</param>
    /// <param name="catalogId">The catalog; null is the connection's, otherwise the caller's account.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="LakeException"><c>DataFilterNotFound</c>.</exception>
    public async Task<LakeDataFilter> GetAsync(string database, string table, string name, string? catalogId,
        CancellationToken cancellationToken) =>
        ToFilter(await FindAsync(database, table, name, catalogId, cancellationToken).ConfigureAwait(false));

    /// <summary>Walks the filters of a table that the caller may see, page by page.</summary>
    /// <param name="database">The table's database.</param>
    /// <param name="table">The table.</param>
    /// <param name="catalogId">The catalog; null is the connection's, otherwise the caller's account.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The filters.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>DatabaseNotFound</c>.</exception>
    public async IAsyncEnumerable<LakeDataFilter> ListAsync(string database, string table, string? catalogId,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListDataCellsFilterRequest
        {
            Table = new TableResource { CatalogId = catalogId
                ?? connection.CatalogId, DatabaseName = database.ToLowerInvariant(), Name = table.ToLowerInvariant() },
        };
        var isAny = false;
        var pages = connection.Clients.LakeFormation.Paginators.ListDataCellsFilter(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var filter in page.DataCellsFilters ?? [])
            {
                isAny = true;
                yield return ToFilter(filter);
            }
        }

        // A table that is not there has an empty list, which would hide a mistyped name.
        if (!isAny) await new TableService(connection).GetAsync(database, table, catalogId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes a filter, and with it the grants on it.</summary>
    /// <param name="database">The table's database.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The filter.</param>
    /// <param name="catalogId">The catalog; null is the connection's, otherwise the caller's account.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>DataFilterNotFound</c>.</exception>
    public async Task RemoveAsync(string database, string table, string name, string? catalogId, CancellationToken cancellationToken)
    {
        var request = new DeleteDataCellsFilterRequest
        {
            TableCatalogId = await CatalogAsync(catalogId, cancellationToken).ConfigureAwait(false),
            DatabaseName = database.ToLowerInvariant(),
            TableName = table.ToLowerInvariant(),
            Name = name,
        };
        await OfFilterAsync(database, table, name, () =>
            connection.Clients.LakeFormation.DeleteDataCellsFilterAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<DataCellsFilter> FindAsync(string database, string table, string name, string? catalogId,
        CancellationToken cancellationToken)
    {
        var request = new GetDataCellsFilterRequest
        {
            TableCatalogId = await CatalogAsync(catalogId, cancellationToken).ConfigureAwait(false),
            DatabaseName = database.ToLowerInvariant(),
            TableName = table.ToLowerInvariant(),
            Name = name,
        };
        return (await OfFilterAsync(database, table, name,
            () => connection.Clients.LakeFormation.GetDataCellsFilterAsync(request, cancellationToken)).ConfigureAwait(false))
                .DataCellsFilter;
    }

    private Written<LakeDataFilter> WrittenOf(DataCellsFilter data, string verb)
    {
        var name = $"{data.DatabaseName}.{data.TableName}.{data.Name}";
        return connection.Written(name, $"The data filter {name} was {verb}",
            token => GetAsync(data.DatabaseName, data.TableName, data.Name, data.TableCatalogId, token));
    }

    private async Task<object?> ReadAsync(DataCellsFilter filter, CancellationToken cancellationToken)
    {
        var request = new GetDataCellsFilterRequest
        {
            TableCatalogId = filter.TableCatalogId,
            DatabaseName = filter.DatabaseName,
            TableName = filter.TableName,
            Name = filter.Name,
        };
        return (await connection.Clients.LakeFormation.GetDataCellsFilterAsync(request, cancellationToken).ConfigureAwait(false))
            .DataCellsFilter;
    }

    /// <summary>Reads a row filter, and says in one error what is wrong with it.</summary>
    private static void CheckRows(string rows, List<RowColumn> columns)
    {
        try
        {
            _ = TableRowFilter.Parse(rows, columns);
        }
        catch (RowExpressionException error)
        {
            throw Fault.InvalidRowFilter(rows, error.Position, error.Message, inner: error);
        }
    }

    private static async Task<T> OfFilterAsync<T>(string database, string table, string name, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (EntityNotFoundException error)
        {
            throw Fault.DataFilterNotFound($"{database}.{table}.{name}", database, table, name, inner: error);
        }
    }

    private static LakeDataFilter ToFilter(DataCellsFilter filter) => new()
    {
        CatalogId = filter.TableCatalogId,
        DatabaseName = filter.DatabaseName,
        TableName = filter.TableName,
        Name = filter.Name,
        RowFilter = filter.RowFilter?.FilterExpression is { Length: > 0 } rows ? rows : null,
        Column = filter.ColumnNames ?? [],
        ExcludedColumn = filter.ColumnWildcard?.ExcludedColumnNames ?? [],
        VersionId = filter.VersionId,
        Unknown = [.. UnknownMembers.Names(filter)],
    };

    private async Task<DataCellsFilter> CheckedAsync(DataFilterOptions options, CancellationToken cancellationToken)
    {
        var (database, name) = (DatabaseService.CheckName(options.DatabaseName), TableService.CheckName(options.TableName));
        var catalogId = await CatalogAsync(options.CatalogId, cancellationToken).ConfigureAwait(false);
        var table = await new TableService(connection).GetAsync(database, name, catalogId, cancellationToken).ConfigureAwait(false);
        List<RowColumn> columns =
        [
            .. table.Column.Select(column => new RowColumn(column.Name, column.Type)),
            .. table.PartitionKey.Select(column => new RowColumn(column.Name, column.Type, IsPartitionKey: true)),
        ];
        var shown = Known(options.ColumnName, table, columns, isExcluded: false);
        var hidden = Known(options.ExcludedColumnName, table, columns, isExcluded: true);
        if (options.RowFilter is { Length: > 0 } rows) CheckRows(rows, columns);
        return new DataCellsFilter
        {
            TableCatalogId = catalogId,
            DatabaseName = database,
            TableName = name,
            Name = options.Name,
            ColumnNames = shown.Count > 0 ? shown : null,
            ColumnWildcard = shown.Count > 0 ? null : new ColumnWildcard { ExcludedColumnNames = hidden },
            RowFilter = string.IsNullOrEmpty(options.RowFilter)
                ? new RowFilter { AllRowsWildcard = new AllRowsWildcard() } : new RowFilter { FilterExpression = options.RowFilter },
        };
    }

    private static List<string> Known(IReadOnlyList<string>? names, GlueTable table, List<RowColumn> columns, bool isExcluded)
    {
        var folded = (names ?? []).Select(name => name.ToLowerInvariant()).ToList();
        foreach (var name in folded)
        {
            if (NestedColumn.Problem(name, columns, isExcluded) is not { } problem) continue;
            var column = columns.Find(column => column.Name == NestedColumn.ColumnOf(name));
            throw column switch
            {
                { IsPartitionKey: true } => Fault.PartitionKeyExcluded(name, column.Name, $"{table.DatabaseName}.{table.Name}"),
                not null => Fault.FilterColumnInvalid(name, $"{table.DatabaseName}.{table.Name}", problem),
                _ => Fault.ColumnNotFound(
                    name,
                    $"{table.DatabaseName}.{table.Name}",
                    name,
                    string.Join(", ", columns.Select(column => column.Name))),
            };
        }

        return folded;
    }

    private async Task<string> CatalogAsync(string? catalogId, CancellationToken cancellationToken) => string.IsNullOrEmpty(catalogId)
        ? connection.CatalogId ?? await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false)
        : catalogId;
}
