using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using LakeTools.Core.Data.Import;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Queries;

namespace LakeTools.Core.Queries;

/// <summary>A table of a lake, read as Import-LakeData reads it.</summary>
/// <param name="connection">The lake, as the principal.</param>
/// <param name="data">The lake with credentials for the table's data.</param>
/// <param name="layout">The table as the principal sees it.</param>
/// <param name="warn">Takes what could not be kept of values, and which files were left out.</param>
internal sealed class QueryTable(LakeConnection connection, LakeConnection data, TableLayout layout, Action<string> warn) : IQueryTable
{
    private readonly ConcurrentDictionary<string, bool> _cut = [];

    /// <inheritdoc/>
    public IReadOnlyList<GlueColumn> Columns { get; } = [.. layout.Columns, .. layout.PartitionKeys];

    /// <inheritdoc/>
    public IReadOnlyList<string> PartitionKeys { get; } = [.. layout.PartitionKeys.Select(key => key.Name)];

    /// <inheritdoc/>
    public async IAsyncEnumerable<DataBatch> ReadAsync(IReadOnlyList<string> columns, string? partitionFilter, Action<long> scanned,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        QueryException? bad = null;
        var options = new DataImportOptions
        {
            PartitionFilter = partitionFilter,
            // An answer without some of the rows would be another answer.
            OnBadRow = error => bad ??= QueryTables.ReasonOf(error),
            OnWarning = warn,
        };
        var batches = DataImport.ReadTableAsync(connection, data, layout, new TableColumns(layout, columns), options,
            new Scanned(scanned), cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var _ = batches.ConfigureAwait(false);
        while (true)
        {
            try
            {
                if (!await batches.MoveNextAsync().ConfigureAwait(false)) break;
            }
            catch (Exception error) when (error is LakeException or AmazonServiceException)
            {
                throw QueryTables.ReasonOf(error);
            }

            if (bad is not null) break;
            yield return batches.Current;
        }

        if (bad is not null) throw bad;
    }

    /// <inheritdoc/>
    public void TimesCut(string column)
    {
        if (_cut.TryAdd(column, true))
            warn($"{layout.Address}: times of {column} are more precise than a microsecond, and are truncated in queries.");
    }

    /// <summary>Takes how much was read in all, and tells what was added.</summary>
    private sealed class Scanned(Action<long> report) : IProgress<LakeProgress>
    {
        private long _told;

        public void Report(LakeProgress value)
        {
            if (value.Done > _told) report(value.Done - _told);
            _told = Math.Max(_told, value.Done);
        }
    }
}
