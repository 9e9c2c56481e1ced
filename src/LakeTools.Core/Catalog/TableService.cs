using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Catalog;

/// <summary>Creates, finds and removes tables of the Glue catalog.</summary>
/// <param name="connection">The lake.</param>
public sealed partial class TableService(LakeConnection connection)
{
    /// <summary>The maximum number of tables of a page (API model).</summary>
    internal const int PageSize = 100;

    /// <summary>The maximum number of tables of BatchDeleteTable (API model).</summary>
    private const int DeleteBatch = 100;

    /// <summary>Checks a new table before any call.</summary>
    /// <param name="options">The table.</param>
    /// <returns>The table, with names as Glue stores them.</returns>
    /// <exception cref="LakeException">
    /// <c>CatalogNameInvalid</c>, <c>DuplicateColumn</c>, <c>FormatParameterNotAllowed</c>, an error of the location, or for an
    /// Iceberg table <c>ColumnsMissing</c>,
    /// <c>IcebergLocationMissing</c>, <c>IcebergParameterNotAllowed</c>, <c>IcebergTypeNotSupported</c>, <c>IcebergTransformInvalid</c>.
    /// </exception>
    public static NewTableOptions Check(NewTableOptions options)
    {
        ColumnSpec.CheckDistinct(options.Column, options.PartitionKey);
        if (options.Location is { } location) _ = S3Uri.Parse(location);
        if (options is { IsIceberg: true, Target: null }) options = IcebergRequests.Check(options);
        else if (options is { Target: null, Copy: null })
            TableFormat.Of(options.Format).Check(options.Delimiter, options.QuoteCharacter, options.Header);
        else if (options.Copy is { Format: { } format } copy)
            TableFormat.Of(format).Check(copy.Delimiter, copy.QuoteCharacter, copy.Header == true);
        return options with
        {
            DatabaseName = DatabaseService.CheckName(options.DatabaseName),
            Name = CheckName(options.Name),
        };
    }

    /// <summary>The settings of a table that its object does not show, so that a copy lacks them.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The settings, in words.</returns>
    public static IReadOnlyList<string> NotShown(GlueTable table) => table.Further;

    /// <summary>The parameters of the SerDe that the copy of a table does not have, because another SerDe takes its place.</summary>
    /// <param name="options">The table, checked by <see cref="Check"/>.</param>
    /// <returns>The names. None if the table is not a copy.</returns>
    /// <exception cref="LakeException"><c>SerdeNotDelimited</c> or <c>TableFormatNotSupported</c>.</exception>
    public static IReadOnlyList<string> NotCopied(NewTableOptions options)
    {
        if (options.Copy is null || options.Target is not null) return [];
        _ = TableMapping.Copy(options, out var lost);
        return lost;
    }

    /// <summary>Turns the options of a table into those of a resource link.</summary>
    /// <param name="options">The link's database, name and description.</param>
    /// <param name="database">The target's database.</param>
    /// <param name="table">The target's name.</param>
    /// <param name="catalogId">The target's catalog; the caller's account if null.</param>
    /// <param name="region">The target's Region; null for the same one.</param>
    /// <returns>The options with the target.</returns>
    /// <exception cref="LakeException"><c>CatalogNameInvalid</c>.</exception>
    public static NewTableOptions Link(NewTableOptions options, string database, string table, string? catalogId, string? region) =>
        options with
        {
            Target = new TableIdentifier
            {
                CatalogId = string.IsNullOrEmpty(catalogId) ? null : DatabaseService.CheckCatalogId(catalogId),
                DatabaseName = DatabaseService.CheckName(database),
                Name = CheckName(table),
                Region = region,
            },
        };

    /// <summary>
    /// Refuses an invalid table, before any call. Tables of other programs may have no columns, or a location outside S3.
    /// </summary>
    /// <param name="options">The table.</param>
    /// <exception cref="LakeException"><c>CatalogNameInvalid</c>, <c>ColumnSpecInvalid</c>, <c>InvalidS3Uri</c>,
    /// <c>BucketNameInvalid</c>.</exception>
    public static void CheckForeign(NewTableOptions options)
    {
        ColumnSpec.CheckDistinct(options.Column, options.PartitionKey);
        if (options.Location is { } location && S3Uri.LooksLikeOne(location)) _ = S3Uri.Parse(location);
        _ = DatabaseService.CheckName(options.DatabaseName);
        _ = CheckName(options.Name);
    }

    /// <summary>Refuses a name that Glue does not accept, before any call.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The name as Glue stores it.</returns>
    /// <exception cref="LakeException"><c>CatalogNameInvalid</c>.</exception>
    public static string CheckName(string name) => CatalogNames.Check("table", name);

    /// <summary>Makes a table.</summary>
    /// <param name="options">The table, checked by <see cref="Check"/>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The table after the change.</returns>
    /// <exception cref="LakeException"><c>TableExists</c>, <c>DatabaseNotFound</c> or <c>TableAccessDenied</c>.</exception>
    public async Task<Written<GlueTable>> CreateAsync(NewTableOptions options, CancellationToken cancellationToken)
    {
        var isIceberg = options is { IsIceberg: true, Target: null };
        var input = TableMapping.ToInput(options);
        var request = new CreateTableRequest
        {
            CatalogId = options.CatalogId ?? connection.CatalogId,
            DatabaseName = options.DatabaseName,
            Name = isIceberg ? options.Name : null,
            TableInput = isIceberg ? null : input,
            OpenTableFormatInput = isIceberg ? IcebergRequests.ToCreate(options) : null,
        };
        if (input.TargetTable is { CatalogId: null } target)
            target.CatalogId = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var get = new GetTableRequest { CatalogId = request.CatalogId, DatabaseName = options.DatabaseName,
                Name = options.Name };
            await CatalogErrors.OfTableAsync(options.DatabaseName, options.Name, () => LostAnswers.MakeAsync(
                () => connection.Clients.Glue.CreateTableAsync(request, cancellationToken),
                isIceberg ? IcebergRequests.Expected(options.Column) : input,
                async () => (await connection.Clients.Glue.GetTableAsync(get, cancellationToken).ConfigureAwait(false)).Table))
                    .ConfigureAwait(false);
        }
        catch (LakeException error) when (error.Id == nameof(Fault.TableNotFound))
        {
            // If something is not found when a table is created, it is the database.
            throw Fault.DatabaseNotFound(options.DatabaseName, inner: error);
        }

        var name = $"{options.DatabaseName}.{options.Name}";
        return connection.Written(name, $"The table {name} was created",
            token => GetAsync(options.DatabaseName, options.Name, options.CatalogId, token, isIceberg));
    }

    /// <summary>Finds one table.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <param name="isWithMetadata">True to read the metadata of an Iceberg table too.</param>
    /// <returns>The table, with the columns that the caller may see.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>DatabaseNotFound</c> or <c>TableAccessDenied</c>.</exception>
    public async Task<GlueTable> GetAsync(
        string database, string name, string? catalogId, CancellationToken cancellationToken, bool isWithMetadata = false)
    {
        var request = new GetTableRequest
        {
            CatalogId = catalogId ?? connection.CatalogId,
            DatabaseName = database.ToLowerInvariant(),
            Name = name.ToLowerInvariant(),
        };
        return TableMapping.ToTable(await ReadAsync(request, isWithMetadata, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Adds the metadata of an Iceberg table. Other tables are not changed.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The table.</returns>
    public async Task<GlueTable> WithMetadataAsync(GlueTable table, CancellationToken cancellationToken) =>
        table.Format == TableFormat.Iceberg
            ? await GetAsync(table.DatabaseName, table.Name, table.CatalogId, cancellationToken, true).ConfigureAwait(false) : table;

    /// <summary>Reads a table from Glue. The metadata of an Iceberg table needs a second call.</summary>
    internal async Task<Table> ReadAsync(GetTableRequest request, bool isWithMetadata, CancellationToken cancellationToken)
    {
        Task<GetTableResponse> Get() => CatalogErrors.OfTableAsync(request.DatabaseName, request.Name, () =>
            connection.Clients.Glue.GetTableAsync(request, cancellationToken));
        var table = (await Get().ConfigureAwait(false)).Table;
        if (!isWithMetadata || !TableChanges.IsIceberg(table)) return table;
        request = new GetTableRequest
        {
            CatalogId = request.CatalogId,
            DatabaseName = request.DatabaseName,
            Name = request.Name,
            AttributesToGet = IcebergRequests.Attributes,
        };
        return (await Get().ConfigureAwait(false)).Table;
    }

    /// <summary>Lists the tables of a database that the caller may see, page by page.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="pattern">A name with PowerShell's wildcards, to ask the service for less; null for all. The caller
    /// filters what comes.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The tables, in the catalog's order.</returns>
    /// <exception cref="LakeException"><c>DatabaseNotFound</c> or <c>DatabaseAccessDenied</c>.</exception>
    public async IAsyncEnumerable<GlueTable> ListAsync(string database, string? pattern, string? catalogId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new GetTablesRequest
        {
            CatalogId = catalogId ?? connection.CatalogId,
            DatabaseName = database.ToLowerInvariant(),
            Expression = Expression(pattern),
            MaxResults = PageSize,
        };
        var pages = connection.Clients.Glue.Paginators.GetTables(request).Responses
            .CalledBy(next => CatalogErrors.OfDatabaseAsync(database, next));
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var table in page.TableList ?? []) yield return TableMapping.ToTable(table);
    }

    /// <summary>Removes a table from the catalog. Its files are kept.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>DatabaseNotFound</c> or <c>TableAccessDenied</c>.</exception>
    public Task RemoveAsync(string database, string name, string? catalogId, CancellationToken cancellationToken)
    {
        var request = new DeleteTableRequest
        {
            CatalogId = catalogId ?? connection.CatalogId,
            DatabaseName = database.ToLowerInvariant(),
            Name = name.ToLowerInvariant(),
        };
        return CatalogErrors.OfTableAsync(database, name, () => connection.Clients.Glue.DeleteTableAsync(request, cancellationToken));
    }

    /// <summary>True if the database has a table that the caller may see.</summary>
    internal async Task<bool> AnyAsync(string database, string? catalogId, CancellationToken cancellationToken)
    {
        await foreach (var _ in ListAsync(database, null, catalogId, cancellationToken).ConfigureAwait(false)) return true;
        return false;
    }

    /// <summary>Removes every table of a database that the caller may see.</summary>
    internal async Task RemoveAllAsync(string database, string? catalogId, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var removed = 0L;
        string? stuck = null;
        while (true)
        {
            // Always the first page, because its tables are removed by then.
            var names = new List<string>(DeleteBatch);
            await foreach (var table in ListAsync(database, null, catalogId, cancellationToken).ConfigureAwait(false))
            {
                names.Add(table.Name);
                if (names.Count == DeleteBatch) break;
            }

            if (names.Count == 0) return;
            var failures = await BatchTries.SendAsync(names, some => RemoveAsync(database, some, catalogId, cancellationToken),
                RetryPause.For(connection.Options.Local?.Http), cancellationToken).ConfigureAwait(false);
            removed += names.Count - failures.Count;
            foreach (var (index, failure) in failures.OrderBy(one => one.Key))
                if (failure.Code != nameof(EntityNotFoundException)) // another caller removed it first
                    throw NotRemoved(database, names[index], failure, removed);
            // A table that is listed and not found, twice, would be listed for ever.
            if (failures.Count == names.Count && names[0] == stuck) throw NotRemoved(database, stuck, failures[0], removed);
            stuck = failures.Count == names.Count ? names[0] : null;
            progress?.Report(new LakeProgress($"Removing the tables of {database}", $"{removed} removed", removed));
        }
    }

    private async Task<IReadOnlyDictionary<int, EntryFailure>> RemoveAsync(string database, IReadOnlyList<string> names, string? catalogId,
        CancellationToken cancellationToken)
    {
        var request = new BatchDeleteTableRequest { CatalogId = catalogId
            ?? connection.CatalogId, DatabaseName = database.ToLowerInvariant(), TablesToDelete = [.. names] };
        var answer = await CatalogErrors.OfDatabaseAsync(database, () =>
            connection.Clients.Glue.BatchDeleteTableAsync(request, cancellationToken)).ConfigureAwait(false);
        return BatchTries.ByItem(names.Count, (answer.Errors ?? []).Select(error => (
            error.TableName is { } name ? names.ToList().FindIndex(one => one.Equals(name, StringComparison.OrdinalIgnoreCase)) : -1,
            new EntryFailure(error.ErrorDetail?.ErrorCode, error.ErrorDetail?.ErrorMessage))));
    }

    private static LakeException NotRemoved(string database, string table, EntryFailure failure, long removed)
    {
        var target = database + "." + table;
        var answer = $"{failure.Message ?? failure.Code}"
            + (removed == 0 ? "" : $" ({removed} other tables of the database are removed, and the database is not)");
        return failure.Code == nameof(AccessDeniedException) ? CatalogErrors.TableDenied(target, database, table, answer, null)
            : SdkErrors.OfItem(failure.Code, answer, "Glue", $"removing the table '{target}'", target);
    }

    /// <summary>Glue accepts a regular expression. Only patterns with the same meaning in every dialect are passed on.</summary>
    private static string? Expression(string? pattern) => pattern is not null && PlainWildcard().IsMatch(pattern)
        ? pattern.ToLowerInvariant().Replace("*", ".*", StringComparison.Ordinal)
        : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_*]+\z")]
    private static partial Regex PlainWildcard();
}
