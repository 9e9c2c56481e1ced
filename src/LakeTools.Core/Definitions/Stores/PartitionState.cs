using System.Runtime.CompilerServices;
using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Errors;
using LakeTools.Core.Glue;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>
/// The partitions of tables, each a fact of its table's. No definition says them and no comparison reads them: a publish that takes a
/// table away keeps them in its journal, and going back makes those again that are not there.
/// </summary>
internal sealed class PartitionState(LakeConnection connection) : IStateStore
{
    private const string Partition = "partition.";
    private const string Exists = "AlreadyExistsException";
    private const int PerCall = 100; // API reference, BatchCreatePartition

    private readonly RemovedMeanwhile _meanwhile = new(connection);

    public StateKind Kind => StateKind.Partition;

    /// <summary>The number of partitions in an item.</summary>
    public static int Count(StateItem item) => item.Facts.Count;

    /// <summary>Reads all partitions of a table.</summary>
    /// <returns>The partitions; null if it has none.</returns>
    public async Task<StateItem?> ReadTableAsync(StateItem table, CancellationToken cancellationToken)
    {
        var facts = new List<(string, string?)>();
        await foreach (var partition in _meanwhile.ListAsync(table.Resource!,
            ListAsync(table, cancellationToken), cancellationToken).ConfigureAwait(false))
            facts.Add((Name(partition.Values), ServiceJson.Write(new PartitionInput
            {
                Values = partition.Values,
                LastAccessTime = partition.LastAccessTime,
                LastAnalyzedTime = partition.LastAnalyzedTime,
                Parameters = partition.Parameters,
                StorageDescriptor = partition.StorageDescriptor,
            })));
        return facts.Count == 0 ? null : Item(table, facts);
    }

    // A partition that is there is as it should be: what has become of it since is nothing that a definition decides.
    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = scope.Wanted.Items.Where(item => item.Key.Kind == Kind).ToList();
        if (wanted.Count == 0) yield break;
        var tables = known.Where(item => item.Key.Kind == StateKind.Table).Select(item => item.Key.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var item in wanted.Where(item => tables.Contains(item.Key.Id)))
        {
            var there = new List<(string, string?)>();
            await foreach (var partition in _meanwhile.ListAsync(item.Resource!,
                ListAsync(item, cancellationToken), cancellationToken).ConfigureAwait(false))
                if (item.Facts.TryGetValue(Name(partition.Values), out var recorded)) there.Add((Name(partition.Values), recorded));
            if (there.Count > 0) yield return Item(item, there);
        }
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var table = change.Item.Resource!;
        var calls = SideBySide.RunAsync(change.Set.Values.Chunk(PerCall), StateReader.CallsAtATime, async (batch, token) =>
        {
            var inputs = batch.Select(ServiceJson.Read<PartitionInput>).ToList();
            var failures = await BatchTries.SendAsync(inputs, async some => PartitionErrors.Failures(
                [.. some.Select(input => input.Values ?? [])],
                (await CatalogErrors.OfTableAsync(table.DatabaseName!, table.TableName!, () =>
                    connection.Clients.Glue.BatchCreatePartitionAsync(
                        new BatchCreatePartitionRequest
                        {
                            CatalogId = connection.CatalogId,
                            DatabaseName = table.DatabaseName,
                            TableName = table.TableName,
                            PartitionInputList = [.. some],
                        },
                        token)).ConfigureAwait(false)).Errors?.FindAll(error => error.ErrorDetail?.ErrorCode != Exists)),
                RetryPause.For(connection.Options.Local?.Http), token).ConfigureAwait(false);
            return failures.Select(failure => (inputs[failure.Key].Values, failure.Value)).ToList();
        }, cancellationToken);
        await foreach (var failed in calls.ConfigureAwait(false))
        {
            if (failed is [var (values, failure), ..])
                throw SdkErrors.OfItem(failure.Code, $"{string.Join('/', values ?? [])}: {failure.Message}", "Glue",
                    $"{change.Item.Key}", change.Item.Key.ToString());
        }
    }

    private static string Name(List<string>? values) => Partition + FactJson.Write(values ?? []);

    private StateItem Item(StateItem table, IEnumerable<(string, string?)> facts) =>
        new(new StateKey(Kind, table.Key.Id), StateItem.FactsOf(facts)) { Resource = table.Resource };

    private async IAsyncEnumerable<Partition> ListAsync(StateItem table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (database, name) = (table.Resource!.DatabaseName!, table.Resource.TableName!);
        var request = new GetPartitionsRequest { CatalogId = connection.CatalogId, DatabaseName = database, TableName = name };
        var pages = connection.Clients.Glue.Paginators.GetPartitions(request).Responses
            .CalledBy(next => CatalogErrors.OfTableAsync(database, name, next));
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var partition in page.Partitions ?? []) yield return partition;
    }
}
