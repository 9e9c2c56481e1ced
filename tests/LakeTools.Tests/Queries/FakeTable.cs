using System.Runtime.CompilerServices;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Queries;

namespace LakeTools.Tests.Queries;

/// <summary>A table whose rows a test gives.</summary>
/// <param name="columns">Its columns, partition keys last.</param>
/// <param name="keys">How many of them are partition keys.</param>
/// <param name="rows">Its rows.</param>
internal sealed class FakeTable(GlueColumn[] columns, int keys, params object?[][] rows) : IQueryTable
{
    public IReadOnlyList<GlueColumn> Columns => columns;

    public IReadOnlyList<string> PartitionKeys { get; } = [.. columns[^keys..].Select(column => column.Name)];

    /// <summary>The columns with times that were truncated.</summary>
    public HashSet<string> CutColumns { get; } = [];

    /// <summary>The columns and the filter of each reading.</summary>
    public List<(string Columns, string? Filter)> Readings { get; } = [];

    public async IAsyncEnumerable<DataBatch> ReadAsync(IReadOnlyList<string> wanted, string? partitionFilter, Action<long> scanned,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Readings.Add((string.Join(",", wanted), partitionFilter));
        var places = wanted.Select(name => Array.FindIndex(columns, column => column.Name == name)).ToArray();
        await Task.Yield();
        foreach (var chunk in rows.Chunk(1000))
        {
            cancellationToken.ThrowIfCancellationRequested();
            scanned(1);
            yield return new DataBatch(wanted, [.. chunk.Select(row => new DataRow(wanted, [.. places.Select(place => row[place])]))]);
        }
    }

    public void TimesCut(string column) => CutColumns.Add(column);
}
