using System.Runtime.CompilerServices;
using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Catalog;

/// <summary>Creates, finds, changes and removes partitions of a table.</summary>
/// <param name="connection">The lake.</param>
public sealed class PartitionService(LakeConnection connection)
{
    /// <summary>The maximum number of partitions of BatchCreatePartition (API model).</summary>
    public const int CreateBatch = 100;

    /// <summary>The maximum number of partitions of BatchDeletePartition (API model).</summary>
    public const int DeleteBatch = 25;

    private const int CallsAtATime = 4;

    /// <summary>Lists the partitions of a table, page by page.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="filter">An expression on the partition keys, such as <c>year = '2026'</c>; null for all.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The partitions.</returns>
    /// <exception cref="LakeException"><c>PartitionFilterInvalid</c>, <c>TableNotFound</c>, <c>DatabaseNotFound</c> or
    /// <c>TableAccessDenied</c>.</exception>
    public async IAsyncEnumerable<GluePartition> ListAsync(string database, string table, string? filter, string? catalogId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var partition in FindAllAsync(database, table, filter, catalogId, cancellationToken).ConfigureAwait(false))
            yield return ToPartition(partition);
    }

    /// <summary>The partitions of a table as Glue returns them, without their columns.</summary>
    /// <inheritdoc cref="ListAsync"/>
    internal async IAsyncEnumerable<Partition> FindAllAsync(string database, string table, string? filter, string? catalogId,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new GetPartitionsRequest
        {
            CatalogId = catalogId ?? connection.CatalogId,
            DatabaseName = database.ToLowerInvariant(),
            TableName = table.ToLowerInvariant(),
            Expression = filter,
            ExcludeColumnSchema = true,
        };
        var pages = connection.Clients.Glue.Paginators.GetPartitions(request).Responses.CalledBy(CallAsync);
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var partition in page.Partitions ?? []) yield return partition;

        async Task<bool> CallAsync(Func<Task<bool>> next)
        {
            try
            {
                return await CatalogErrors.OfTableAsync(database, table, next).ConfigureAwait(false);
            }
            catch (InvalidInputException error) when (filter is not null)
            {
                throw Fault.PartitionFilterInvalid(filter, error.Message, inner: error);
            }
        }
    }

    /// <summary>Finds one partition.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="values">The values of the partition keys, in their order.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The partition.</returns>
    /// <exception cref="LakeException"><c>PartitionNotFound</c>, <c>TableNotFound</c>, <c>DatabaseNotFound</c> or
    /// <c>TableAccessDenied</c>.</exception>
    public async Task<GluePartition> GetAsync(string database, string table, IReadOnlyList<string> values, string? catalogId,
        CancellationToken cancellationToken) =>
        ToPartition(await FindAsync(database, table, values, catalogId, cancellationToken).ConfigureAwait(false));

    /// <summary>
    /// Creates partitions of one table, a hundred per call, with the classes of the table and, by default, below its location.
    /// </summary>
    /// <param name="database">The database's name.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="partitions">The partitions.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="cancellationToken">Stops between calls; partitions that are made stay.</param>
    /// <returns>Each partition, with its error if it could not be created.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>DatabaseNotFound</c> or <c>TableAccessDenied</c>.</exception>
    public async IAsyncEnumerable<PartitionOutcome> CreateAsync(string database, string table, IReadOnlyList<NewPartition> partitions,
        string? catalogId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var owner = await TableAsync(database, table, catalogId, cancellationToken).ConfigureAwait(false);
        var good = new List<(NewPartition Asked, PartitionInput Input)>(partitions.Count);
        var (known, repeated) = (new HashSet<string>(StringComparer.Ordinal), new List<GluePartition>());
        foreach (var partition in partitions)
        {
            if (PartitionInputs.Problem(owner, partition.Value) is { } problem)
                yield return new PartitionOutcome(PartitionInputs.Shown(owner, partition), problem);
            else if (known.Add(PartitionErrors.Key(partition.Value))) good.Add((partition, PartitionInputs.Of(owner, partition)));
            else repeated.Add(PartitionInputs.Shown(owner, partition));
        }

        var calls = SideBySide.RunAsync(good.Chunk(CreateBatch), CallsAtATime, async (batch, token) =>
        {
            var request = new BatchCreatePartitionRequest
            {
                CatalogId = catalogId ?? connection.CatalogId,
                DatabaseName = owner.DatabaseName,
                TableName = owner.Name,
            };
            var mayBeOurs = false;
            var failures = await BatchTries.SendAsync(batch, async items =>
            {
                request.PartitionInputList = [.. items.Select(item => item.Input)];
                var answer = await CatalogErrors.OfTableAsync(database, table, () =>
                    connection.Clients.Glue.BatchCreatePartitionAsync(request, token)).ConfigureAwait(false);
                mayBeOurs |= SdkTries.MayBeOurs(answer) || PartitionErrors.IsUnclear(answer.Errors);
                return PartitionErrors.Failures([.. items.Select(item => item.Asked.Value)], answer.Errors);
            }, Pause, token).ConfigureAwait(false);
            var outcomes = new List<PartitionOutcome>(batch.Length);
            for (var index = 0; index < batch.Length; index++)
            {
                var (asked, input) = batch[index];
                var outcome = PartitionErrors.Outcome(PartitionInputs.Shown(owner, asked), failures.GetValueOrDefault(index));
                outcomes.Add(outcome.Error?.Category == LakeErrorCategory.Exists && mayBeOurs
                    && await IsThereAsync(request, input, token).ConfigureAwait(false)
                    ? outcome with { Error = null }
                    : outcome);
            }

            return outcomes;
        }, cancellationToken);
        await foreach (var outcome in PartitionErrors.WithAsync(repeated, nameof(AlreadyExistsException), calls).ConfigureAwait(false))
            yield return outcome;
    }

    /// <summary>Changes the location or the parameters of a partition. Other properties are kept.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="values">The values of the partition keys, in their order.</param>
    /// <param name="location">The location of its files. Null for no change.</param>
    /// <param name="parameters">Parameters to set; a null value removes one. Null for no change.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The partition after the change.</returns>
    /// <exception cref="LakeException"><c>PartitionNotFound</c>, <c>TableNotFound</c>, <c>DatabaseNotFound</c> or
    /// <c>TableAccessDenied</c>.</exception>
    public async Task<Written<GluePartition>> ChangeAsync(string database, string table, IReadOnlyList<string> values, string? location,
        IReadOnlyDictionary<string, string?>? parameters, string? catalogId, CancellationToken cancellationToken)
    {
        var old = await FindAsync(database, table, values, catalogId, cancellationToken).ConfigureAwait(false);
        var input = PartitionInputs.Keep(old);
        if (parameters is not null) input.Parameters = TableChanges.Merged(input.Parameters, parameters);
        if (location is not null) (input.StorageDescriptor ??= new StorageDescriptor()).Location = location;
        var request = new UpdatePartitionRequest
        {
            CatalogId = catalogId ?? connection.CatalogId,
            DatabaseName = old.DatabaseName,
            TableName = old.TableName,
            PartitionValueList = old.Values,
            PartitionInput = input,
        };
        await CatalogErrors.OfTableAsync(database, table, () => connection.Clients.Glue.UpdatePartitionAsync(request, cancellationToken))
            .ConfigureAwait(false);
        return connection.Written(values,
            $"The partition ({string.Join(", ", values)}) of the table {database}.{table} was changed",
            token => GetAsync(database, table, values, catalogId, token));
    }

    /// <summary>Removes partitions of one table from the catalog, 25 per call. Their files are kept.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="partitions">Each one's values of the partition keys.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="cancellationToken">Stops between calls; partitions that are gone stay gone.</param>
    /// <returns>Each partition, with its error if it could not be removed.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>DatabaseNotFound</c> or <c>TableAccessDenied</c>.</exception>
    public async IAsyncEnumerable<PartitionOutcome> RemoveAsync(string database, string table,
        IReadOnlyList<IReadOnlyList<string>> partitions, string? catalogId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        GluePartition Named(IReadOnlyList<string> values) => new()
        {
            CatalogId = catalogId,
            DatabaseName = database.ToLowerInvariant(),
            TableName = table.ToLowerInvariant(),
            Value = values,
        };

        var known = new HashSet<string>(StringComparer.Ordinal);
        var (once, repeated) = (new List<IReadOnlyList<string>>(partitions.Count), new List<GluePartition>());
        foreach (var values in partitions)
        {
            if (known.Add(PartitionErrors.Key(values))) once.Add(values);
            else repeated.Add(Named(values));
        }

        var calls = SideBySide.RunAsync(once.Chunk(DeleteBatch), CallsAtATime, async (batch, token) =>
        {
            var request = new BatchDeletePartitionRequest
            {
                CatalogId = catalogId ?? connection.CatalogId,
                DatabaseName = database.ToLowerInvariant(),
                TableName = table.ToLowerInvariant(),
            };
            var mayBeOurs = false;
            var failures = await BatchTries.SendAsync(batch, async items =>
            {
                request.PartitionsToDelete = [.. items.Select(values => new PartitionValueList { Values = [.. values] })];
                var answer = await CatalogErrors.OfTableAsync(database, table, () =>
                    connection.Clients.Glue.BatchDeletePartitionAsync(request, token)).ConfigureAwait(false);
                mayBeOurs |= SdkTries.MayBeOurs(answer) || PartitionErrors.IsUnclear(answer.Errors);
                return PartitionErrors.Failures(items, answer.Errors);
            }, Pause, token).ConfigureAwait(false);
            return batch.Select((values, index) => PartitionErrors.Outcome(
                Named(values),
                // A partition may be missing because an earlier attempt removed it and its response was lost.
                failures.GetValueOrDefault(index) is { } failure && !(mayBeOurs && failure.Code == nameof(EntityNotFoundException))
                    ? failure : null)).ToList();
        }, cancellationToken);
        await foreach (var outcome in PartitionErrors.WithAsync(repeated, nameof(EntityNotFoundException), calls).ConfigureAwait(false))
            yield return outcome;
    }

    /// <summary>The table of the partitions.</summary>
    internal async Task<Table> TableAsync(string database, string table, string? catalogId, CancellationToken cancellationToken)
    {
        var request = new GetTableRequest
        {
            CatalogId = catalogId ?? connection.CatalogId,
            DatabaseName = database.ToLowerInvariant(),
            Name = table.ToLowerInvariant(),
        };
        return (await CatalogErrors.OfTableAsync(database, table, () => connection.Clients.Glue.GetTableAsync(request, cancellationToken))
            .ConfigureAwait(false)).Table;
    }

    private async Task<bool> IsThereAsync(BatchCreatePartitionRequest request, PartitionInput asked, CancellationToken cancellationToken)
    {
        var get = new GetPartitionRequest { CatalogId = request.CatalogId, DatabaseName = request.DatabaseName,
            TableName = request.TableName, PartitionValues = asked.Values };
        return LostAnswers.Holds(asked, (await connection.Clients.Glue.GetPartitionAsync(get, cancellationToken).ConfigureAwait(false))
            .Partition);
    }

    private RetryPause Pause => RetryPause.For(connection.Options.Local?.Http);

    private static GluePartition ToPartition(Partition partition) => new()
    {
        CatalogId = partition.CatalogId,
        DatabaseName = partition.DatabaseName,
        TableName = partition.TableName,
        Value = partition.Values ?? [],
        Location = partition.StorageDescriptor?.Location,
        Parameter = partition.Parameters ?? [],
        CreateTime = partition.CreationTime?.ToLocalTime(),
    };

    private async Task<Partition> FindAsync(string database, string table, IReadOnlyList<string> values, string? catalogId,
        CancellationToken cancellationToken)
    {
        var request = new GetPartitionRequest
        {
            CatalogId = catalogId ?? connection.CatalogId,
            DatabaseName = database.ToLowerInvariant(),
            TableName = table.ToLowerInvariant(),
            PartitionValues = [.. values],
        };
        try
        {
            return (await connection.Clients.Glue.GetPartitionAsync(request, cancellationToken).ConfigureAwait(false)).Partition;
        }
        catch (AmazonGlueException error) when (error is EntityNotFoundException or InvalidInputException)
        {
            // A missing table has its own error. It is looked up only to explain an error.
            await TableAsync(database, table, catalogId, cancellationToken).ConfigureAwait(false);
            var asked = new GluePartition { DatabaseName = request.DatabaseName, TableName = request.TableName, Value = values };
            throw PartitionErrors.Of(asked, error.ErrorCode, error.Message, error);
        }
    }
}
