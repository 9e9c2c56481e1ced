using LakeTools.Cmdlets.Data;
using LakeTools.Core.Queries;

namespace LakeTools.Cmdlets.Queries;

/// <summary>A query whose rows a cmdlet returns. If the pipeline ends before the query, the query is stopped.</summary>
/// <param name="connection">The lake.</param>
/// <param name="write">Takes objects in parts, and for how many they count.</param>
/// <param name="warn">Takes the warnings of the query.</param>
internal sealed class QueryOutput(LakeConnection connection, Action<IEnumerable<IEnumerable<object>>, int> write, Action<string> warn)
{
    private readonly QueryService _service = new(connection);
    private LakeQuery? _open;

    /// <summary>Waits for a query and writes its rows.</summary>
    /// <param name="query">The query.</param>
    /// <param name="timeout">The maximum wait; null for no limit.</param>
    /// <param name="isRaw">True for batches, as Import-LakeData -Raw returns them.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The work.</returns>
    public async Task WriteAsync(LakeQuery query, TimeSpan? timeout, bool isRaw, ProgressReporter progress,
        CancellationToken cancellationToken)
    {
        _open = query;
        query = await _service.WaitAsync(query, timeout, progress, cancellationToken).ConfigureAwait(false);
        _open = null;
        foreach (var warning in query.WarningMessage?.Split('\n') ?? []) warn(warning);
        var shapes = new BatchShape();
        await foreach (var batch in new QueryReader(connection).ReadAsync(query, progress, cancellationToken).ConfigureAwait(false))
            write(isRaw ? [[new LakeRowBatch(batch)]] : RowObjects.PartsOf(batch, shapes), batch.RowCount);
    }

    /// <summary>Stops the query if it is running.</summary>
    /// <returns>A warning if that failed; otherwise null.</returns>
    public async Task<string?> StopAsync()
    {
        if (_open is not { } query) return null;
        try
        {
            await _service.StopAsync(query.Id, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (Exception error) when (ErrorRecords.IsOurs(error))
        {
            return $"The query {query.Id} could not be stopped: {error.Message}";
        }
    }
}
