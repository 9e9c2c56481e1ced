using System.Collections.Concurrent;
using LakeTools.Local.Api;
using LakeTools.Local.Crawls;
using LakeTools.Local.Store;

namespace LakeTools.Local.Glue.Records;

/// <summary>Runs crawls in parallel to the calls that start them.</summary>
internal sealed class CrawlRunner : IDisposable
{
    private static readonly TimeSpan s_closeTime = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (CancellationTokenSource Stop, Task Task)> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closing = new();
    private LakeStore? _store;

    /// <summary>Takes the lake's store.</summary>
    public void Opened(LakeStore store) => _store = store;

    /// <summary>Carries out a crawl that a transaction has begun, once that is committed.</summary>
    /// <param name="call">The call that started it.</param>
    /// <param name="crawler">The crawler's name.</param>
    /// <param name="task">The task to run; null if it is refused.</param>
    /// <param name="refusal">Why it is refused.</param>
    public void Schedule(ApiCall call, string crawler, CrawlTask? task, string? refusal)
    {
        // The first thing that the task does is to write, which waits for the transaction that schedules it.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        var work = new Task<Task>(() => RunAsync(call, crawler, task, refusal, stop));
        _running[crawler] = (stop, work.Unwrap());
        work.Start(TaskScheduler.Default);
    }

    /// <summary>Ends a crawl that this process carries out.</summary>
    /// <param name="crawler">The crawler's name.</param>
    public void Stop(string crawler)
    {
        if (_running.TryGetValue(crawler, out var running)) ThreadPool.QueueUserWorkItem(_ => TryCancel(running.Stop));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        TryCancel(_closing);
        Task.WaitAll([.. _running.Values.Select(running => running.Task)], s_closeTime);
        _closing.Dispose();
    }

    private static void TryCancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended.
        }
    }

    private async Task RunAsync(ApiCall call, string crawler, CrawlTask? task, string? refusal, CancellationTokenSource stop)
    {
        CrawlCounts? counts = null;
        try
        {
            if (!_store!.Write(session => CrawlerRuns.IsBegun(call with { Session = session }, crawler))) return; // it was rolled back
            if (task is null) return;
            if (call.Lake.Crawl is { } crawl) counts = await crawl(task, stop.Token).ConfigureAwait(false);
            else refusal = "This lake was opened by a program that crawls nothing.";
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            refusal = "The embedded lake was closed before the crawl ended.";
        }
        catch (Exception error)
        {
            // No caller waits for this task: each error becomes the crawl's end, or the crawl would never end.
            refusal = error.Message;
        }
        finally
        {
            _store!.Write(session =>
            {
                CrawlerRuns.End(call with { Session = session }, crawler, counts, refusal);
                return true;
            });
            _running.TryRemove(crawler, out _);
            stop.Dispose();
        }
    }
}
