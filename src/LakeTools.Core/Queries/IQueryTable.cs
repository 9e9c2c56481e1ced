using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Queries;

namespace LakeTools.Core.Queries;

/// <summary>A table as one principal sees it: what is hidden from the principal is not there.</summary>
public interface IQueryTable
{
    /// <summary>The columns, partition keys last, with Hive types.</summary>
    IReadOnlyList<GlueColumn> Columns { get; }

    /// <summary>The names of those columns that are partition keys.</summary>
    IReadOnlyList<string> PartitionKeys { get; }

    /// <summary>Reads rows.</summary>
    /// <param name="columns">The columns to read, in order; at least one.</param>
    /// <param name="partitionFilter">The partition filter, in the form of Glue's expressions; null for all partitions.</param>
    /// <param name="scanned">Gets the number of bytes that were read since its last call.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, in batches, with the columns that were asked for.</returns>
    /// <exception cref="QueryException">A row or a file cannot be read, or the principal may not read it.</exception>
    IAsyncEnumerable<DataBatch> ReadAsync(IReadOnlyList<string> columns, string? partitionFilter, Action<long> scanned,
        CancellationToken cancellationToken);

    /// <summary>Told of a time that was read and truncated, because queries have no time finer than a microsecond.</summary>
    /// <param name="column">Its column.</param>
    void TimesCut(string column);
}
