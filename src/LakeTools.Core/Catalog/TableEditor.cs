using System.Runtime.CompilerServices;
using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Iceberg;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Catalog;

/// <summary>
/// Changes tables and restores older versions. Concurrent writers lose nothing: each change has the version that it
/// applies to, and Glue rejects it if there is a newer version.
/// </summary>
/// <param name="connection">The lake.</param>
public sealed class TableEditor(LakeConnection connection)
{
    private const int Attempts = 5;

    /// <summary>Checks a change before any call.</summary>
    /// <param name="change">The change.</param>
    /// <returns>The change, with names as Glue stores them.</returns>
    /// <exception cref="LakeException"><c>CatalogNameInvalid</c>, <c>ColumnSpecInvalid</c>, <c>DuplicateColumn</c>,
    /// <c>FormatParameterNotAllowed</c>, <c>IcebergTransformInvalid</c>, or an error of the location.</exception>
    public static TableChange Check(TableChange change)
    {
        if (change.Column is { } columns) ColumnSpec.CheckDistinct(columns, []);
        ColumnSpec.CheckDistinct(change.AddColumn, []);
        if (change.Location is { Length: > 0 } location) _ = S3Uri.Parse(location);
        if (change.Format is { } format)
            TableFormat.Of(format).Check(change.Delimiter, change.QuoteCharacter, change.Header == true);
        return change with
        {
            DatabaseName = DatabaseService.CheckName(change.DatabaseName),
            Name = TableService.CheckName(change.Name),
            RenameColumn = NewNames(change.RenameColumn),
            PartitionTransform = change.PartitionTransform?.Select(text => IcebergTransform.Parse(text).ToString()).ToList(),
        };
    }

    /// <summary>Changes a table. Other properties are kept.</summary>
    /// <param name="change">The change, checked by <see cref="Check"/>.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The table after the change.</returns>
    /// <exception cref="LakeException">
    /// <c>TableNotFound</c>, <c>DatabaseNotFound</c>, <c>TableAccessDenied</c>, <c>ColumnNotFound</c>,
    /// <c>DuplicateColumn</c>, <c>ColumnsMissing</c>, <c>SerdeNotDelimited</c> or <c>ChangedPartly</c>.
    /// </exception>
    public async Task<Written<GlueTable>> ChangeAsync(TableChange change, CancellationToken cancellationToken)
    {
        var (name, rest) = ($"{change.DatabaseName}.{change.Name}", change);
        IReadOnlyList<string> lost = [];
        if (change.HasColumns)
        {
            var isIceberg = false;
            var changed = await UpdateAsync(change.DatabaseName, change.Name, change.CatalogId, isWithMetadata: true, table =>
            {
                isIceberg = TableChanges.IsIceberg(table);
                return Task.FromResult(isIceberg ? TableChanges.ToIceberg(table, change)
                    : new UpdateTableRequest { TableInput = TableChanges.Apply(table, change, out lost) });
            }, cancellationToken).ConfigureAwait(false);
            if (!isIceberg || !change.HasOthers) return Told(changed);
            rest = change with
            {
                Column = null,
                AddColumn = [],
                RemoveColumn = [],
                RenameColumn = new Dictionary<string, string>(),
                PartitionTransform = null,
            };
        }

        var done = change.HasColumns ? $"The columns of the table {name} were changed" : null;
        return Told(await LaterStep.CallAsync(name, done, "its other properties were not", () => ReplaceAsync(
            rest.DatabaseName, rest.Name, rest.CatalogId, table => Task.FromResult(TableChanges.Apply(table, rest, out lost)),
            cancellationToken), cancellationToken).ConfigureAwait(false));

        Written<GlueTable> Told(Written<GlueTable> written)
        {
            if (lost.Count > 0)
                change.OnWarning?.Invoke($"Removed from {name}, because its SerDe was replaced: {string.Join(", ", lost)}.");
            return written;
        }
    }

    /// <summary>Restores an older version of a table.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="versionId">The version to restore.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The table after the change.</returns>
    /// <exception cref="LakeException"><c>TableVersionNotFound</c>, <c>TableNotFound</c>, <c>DatabaseNotFound</c> or
    /// <c>TableAccessDenied</c>.</exception>
    public Task<Written<GlueTable>> RestoreAsync(string database, string name, string versionId, string? catalogId,
        CancellationToken cancellationToken) =>
        ReplaceAsync(database, name, catalogId, async table =>
        {
            var request = new GetTableVersionRequest
            {
                CatalogId = catalogId ?? connection.CatalogId,
                DatabaseName = table.DatabaseName,
                TableName = table.Name,
                VersionId = versionId,
            };
            try
            {
                var version = await connection.Clients.Glue.GetTableVersionAsync(request, cancellationToken).ConfigureAwait(false);
                var input = TableChanges.Keep(version.TableVersion.Table);
                input.Parameters = EngineParameters.Kept(input.Parameters, table.Parameters);
                if (!TableChanges.IsIceberg(table)) return input;

                // Its columns and its location are in the metadata, which is kept.
                input.StorageDescriptor = table.StorageDescriptor;
                input.PartitionKeys = table.PartitionKeys;
                return input;
            }
            catch (Amazon.Glue.AmazonGlueException error) when (error is EntityNotFoundException or InvalidInputException)
            {
                throw Fault.TableVersionNotFound($"{database}.{name}@{versionId}", database, name, versionId, inner: error);
            }
        }, cancellationToken);

    /// <summary>Lists the versions of a table, newest first, page by page.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The versions.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>DatabaseNotFound</c> or <c>TableAccessDenied</c>.</exception>
    public async IAsyncEnumerable<GlueTableVersion> VersionsAsync(string database, string name, string? catalogId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new GetTableVersionsRequest
        {
            CatalogId = catalogId ?? connection.CatalogId,
            DatabaseName = database.ToLowerInvariant(),
            TableName = name.ToLowerInvariant(),
        };
        var pages = connection.Clients.Glue.Paginators.GetTableVersions(request).Responses
            .CalledBy(next => CatalogErrors.OfTableAsync(database, name, next));
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var version in page.TableVersions ?? [])
            {
                // Without the table, the version is known by its number alone.
                version.Table ??= new Table { DatabaseName = request.DatabaseName, Name = request.TableName };
                yield return ToVersion(version);
            }
    }

    /// <summary>Reads, changes and writes a table. If another writer changed it in between, starts again from the new state.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="name">Its name.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="change">Returns the new table for the current one.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The table after the change.</returns>
    internal Task<Written<GlueTable>> ReplaceAsync(string database, string name, string? catalogId, Func<Table, Task<TableInput>> change,
        CancellationToken cancellationToken) => UpdateAsync(
            database,
            name,
            catalogId,
            isWithMetadata: false,
            async table => new UpdateTableRequest { TableInput = await change(table).ConfigureAwait(false) },
            cancellationToken);

    /// <summary>The same where the change is more than another input, or needs the metadata of an Iceberg table.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="name">Its name.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="isWithMetadata">True to read the metadata of an Iceberg table, too.</param>
    /// <param name="change">Returns the change for the current table. Null if there is none.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The table after the change.</returns>
    internal async Task<Written<GlueTable>> UpdateAsync(string database, string name, string? catalogId, bool isWithMetadata,
        Func<Table, Task<UpdateTableRequest?>> change, CancellationToken cancellationToken)
    {
        var catalog = catalogId ?? connection.CatalogId;
        for (var attempt = 1; ; attempt++)
        {
            var get = new GetTableRequest
            {
                CatalogId = catalog,
                DatabaseName = database.ToLowerInvariant(),
                Name = name.ToLowerInvariant(),
            };
            var old = await new TableService(connection).ReadAsync(get, isWithMetadata, cancellationToken).ConfigureAwait(false);
            var table = $"{database}.{name}";
            if (await change(old).ConfigureAwait(false) is not { } update)
                return connection.Written(table, $"The table {table} stays as it is",
                    _ => Task.FromResult(TableMapping.ToTable(old)));
            update.CatalogId = catalog;
            update.DatabaseName = old.DatabaseName;
            update.VersionId = old.VersionId;
            try
            {
                await CatalogErrors.OfTableAsync(database, name, () => LostAnswers.MakeAsync(
                    () => connection.Clients.Glue.UpdateTableAsync(update, cancellationToken),
                    update.TableInput ?? IcebergRequests.Expected(update),
                    async () => (await connection.Clients.Glue.GetTableAsync(get, cancellationToken).ConfigureAwait(false)).Table))
                        .ConfigureAwait(false);
                return connection.Written(table, $"The table {table} was changed",
                    token => new TableService(connection).GetAsync(database, name, catalogId, token, update.TableInput is null));
            }
            catch (ConcurrentModificationException) when (attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static Dictionary<string, string> NewNames(IReadOnlyDictionary<string, string> typed)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (old, name) in typed)
        {
            if (!names.TryAdd(old.ToLowerInvariant(), ColumnSpec.CheckName(name)))
                throw Fault.KeysMeet(old, typed.Keys.First(key => key.Equals(old, StringComparison.OrdinalIgnoreCase)), old);
        }

        return names;
    }

    private static GlueTableVersion ToVersion(TableVersion version)
    {
        var table = TableMapping.ToTable(version.Table);
        return new GlueTableVersion
        {
            CatalogId = table.CatalogId,
            DatabaseName = table.DatabaseName,
            TableName = table.Name,
            VersionId = version.VersionId,
            UpdateTime = table.UpdateTime,
            Description = table.Description,
            Column = table.Column,
            PartitionKey = table.PartitionKey,
            Location = table.Location,
            Format = table.Format,
            Parameter = table.Parameter,
        };
    }
}
