using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Context;
using LakeTools.Local.Queries;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Rules.Queries;

namespace LakeTools.Local.Athena;

/// <summary>Runs queries in parallel to the calls that start them, a few at a time, and records their ends.</summary>
internal sealed class QueryRunner : IDisposable
{
    /// <summary>The reason of a query whose process is gone.</summary>
    public const string Lost = "The process that hosted the embedded lake ended first.";

    private const int MostAtATime = 4;
    private static readonly TimeSpan s_closeTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2); // shorter than the lake's closing
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, Running> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _turns = new(MostAtATime);
    private LakeStore? _store;

    /// <summary>The maximum run time of a query: AWS's quota for DML (Athena user guide, service quotas).</summary>
    public static TimeSpan LongestQuery { get; } = TimeSpan.FromMinutes(30);

    /// <summary>Takes the lake's store, and ends what a lost process left.</summary>
    public void Opened(LakeStore store, LakeContext lake)
    {
        _store = store;
        ResultFile.Sweep(lake);
        if (!store.Read(session => new QueryStore(session).Open()).Exists(IsLost)) return;
        store.Write(session =>
        {
            var queries = new QueryStore(session);
            foreach (var query in queries.Open().Where(IsLost))
            {
                End(query, lake, "FAILED", Lost);
                queries.Save(query);
            }
        });

        static bool IsLost(QueryRecord query) => !HostProcess.IsAlive(query.Host);
    }

    /// <summary>Carries out a query that a transaction has begun, once that is committed.</summary>
    /// <param name="call">The call that started it.</param>
    /// <param name="task">The task to run.</param>
    /// <param name="cutoff">The bytes that it may read; null for any number.</param>
    public void Schedule(ApiCall call, QueryTask task, long? cutoff)
    {
        var running = new Running(CancellationTokenSource.CreateLinkedTokenSource(_closing.Token), cutoff);
        var work = new Task<Task>(() => RunAsync(call, task, running));
        running.Task = work.Unwrap();
        _running[task.Id] = running;
        work.Start(TaskScheduler.Default);
    }

    /// <summary>Ends a query that this process carries out.</summary>
    public void Stop(string id)
    {
        if (_running.TryGetValue(id, out var running)) ThreadPool.QueueUserWorkItem(_ => running.Cancel());
    }

    /// <summary>The bytes that a query has read so far; null if this process does not carry it out.</summary>
    public long? Scanned(string id) => _running.TryGetValue(id, out var running) ? running.Bytes : null;

    /// <summary>Writes down how a query ended.</summary>
    /// <param name="query">The query.</param>
    /// <param name="lake">The lake.</param>
    /// <param name="state">SUCCEEDED, FAILED or CANCELLED.</param>
    /// <param name="reason">Why; of a query that succeeded, what it warns of; null for nothing.</param>
    /// <param name="category">The cause of the end, in the values of AthenaError: 1 for the system, 2 for the user.</param>
    public static void End(QueryRecord query, LakeContext lake, string state, string? reason, int category = 2)
    {
        var now = EpochTime.ToWire(lake.Clock.Now())!.Value;
        query.Status["State"] = state;
        query.Status["CompletionDateTime"] = now;
        query.Status.With("StateChangeReason", reason);
        if (state == "FAILED")
        {
            // ErrorType is left out: its numbers are AWS's own.
            query.Status["AthenaError"] = new JsonObject
            {
                ["ErrorCategory"] = category,
                ["Retryable"] = false,
                ["ErrorMessage"] = reason,
            };
        }

        var taken = (long)((now - query.Status["SubmissionDateTime"]!.GetValue<double>()) * 1000);
        query.Document["Statistics"]!["TotalExecutionTimeInMillis"] = Math.Max(0, taken);
        query.Document["Statistics"]!["EngineExecutionTimeInMillis"] ??= Math.Max(0, taken);
        query.Document["Statistics"]!["DataScannedInBytes"] ??= 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _closing.Cancel();
        }
        catch (ObjectDisposedException)
        {
            return;
        }

        Task.WaitAll([.. _running.Values.Select(running => running.Task)], s_closeTime);
        _closing.Dispose();
        _turns.Dispose();
    }

    private async Task RunAsync(ApiCall call, QueryTask task, Running running)
    {
        var (state, reason, category, result) = ("FAILED", (string?)null, 2, (ResultFile?)null);
        var isBegun = false;
        try
        {
            await _turns.WaitAsync(running.Stop.Token).ConfigureAwait(false);
            isBegun = true;
            // This write waits for the transaction that schedules the query. There is none if that was rolled back.
            if (!_store!.Write(session => Begin(session, task.Id))) return;
            running.Begin();
            result = ResultFile.Create(call.Lake, task.Id, running.Read);
            var work = call.Lake.Query is { } query
                ? query(task, result, running.Stop.Token)
                : throw new QueryException("NOT_SUPPORTED: This lake was opened by a program without a query engine.");
            await WatchAsync(call, task, running, work).ConfigureAwait(false);
            await work.ConfigureAwait(false);
            result.Close();
            await ResultPlace.PutAsync(_store, call, task.Id, result).ConfigureAwait(false);
            (state, reason) = ("SUCCEEDED", result.Warnings);
        }
        catch (QueryException error)
        {
            reason = error.Message;
        }
        catch (OperationCanceledException) when (running.Stop.IsCancellationRequested)
        {
            (state, reason) = StoppedBy(running);
        }
        catch (Exception error)
        {
            // Nothing awaits this task. Every exception becomes the state of the query, or the query would never end.
            (reason, category) = ($"GENERIC_INTERNAL_ERROR: {error.Message}", 1);
        }
        finally
        {
            if (isBegun) _turns.Release();
            Finish(call, task, running, result, state, reason, category);
        }
    }

    private (string State, string Reason) StoppedBy(Running running) => running.IsCutOff ? ("FAILED", "Bytes scanned limit was exceeded")
        : _closing.IsCancellationRequested ? ("FAILED", "The embedded lake was closed before the query ended.")
        : running.IsTimedOut ? ("FAILED", "Query timeout") : ("CANCELLED", "Query cancelled by user");

    // Waits for the end of a query, or for its being stopped.
    private async Task WatchAsync(ApiCall call, QueryTask task, Running running, Task work)
    {
        // Another process stops a query by its state in the store.
        while (!work.IsCompleted && !running.Stop.IsCancellationRequested)
        {
            await Task.WhenAny(work, Task.Delay(s_look, running.Stop.Token)).ConfigureAwait(false);
            if (!work.IsCompleted && _store!.Read(session => new QueryStore(session).Find(task.Id)) is null or { IsEnded: true })
                running.Cancel();
        }

        // An engine that does not look up for as long as this ends for who waits for the query; its turn it keeps.
        if (!work.IsCompleted && await Task.WhenAny(work, Task.Delay(s_patience)).ConfigureAwait(false) != work)
        {
            var (state, reason) = StoppedBy(running);
            Record(call, task, running, state, reason, category: 2, null);
        }
    }

    private static bool Begin(StoreSession session, string id)
    {
        var queries = new QueryStore(session);
        if (queries.Find(id) is not { IsEnded: false } query) return false;
        query.Status["State"] = "RUNNING";
        queries.Save(query);
        return true;
    }

    private void Finish(ApiCall call, QueryTask task, Running running, ResultFile? result, string state, string? reason, int category)
    {
        Record(call, task, running, state, reason, category, state == "SUCCEEDED" ? result!.Columns : null);
        var isKept = state == "SUCCEEDED" && _store!.Read(session => new QueryStore(session).Find(task.Id)) is
            { State: "SUCCEEDED", OutputLocation: null };
        result?.Dispose();
        if (!isKept) result?.Delete();
        _running.TryRemove(task.Id, out _);
        running.Stop.Dispose();
    }

    // Writes down the end of a query, once.
    private void Record(ApiCall call, QueryTask task, Running running, string state, string? reason, int category, JsonArray? columns) =>
        _store!.Write(session =>
        {
            // The keys were the query's alone.
            call.Lake.Identity.Remove(session, task.Credential.AccessKeyId);
            var queries = new QueryStore(session);
            if (queries.Find(task.Id) is not { } query) return;
            // Another process that stopped it does not know how much it read.
            query.Document["Statistics"]!["DataScannedInBytes"] = running.Bytes;
            var isEnded = query.IsEnded;
            if (!isEnded) End(query, call.Lake, state, reason, category);
            queries.Save(query with { Columns = isEnded ? query.Columns : columns });
        });

    /// <summary>A query that this process carries out.</summary>
    private sealed class Running(CancellationTokenSource stop, long? cutoff)
    {
        private long _bytes;
        private long _begun;

        public CancellationTokenSource Stop => stop;

        public Task Task { get; set; } = Task.CompletedTask;

        public long Bytes => Interlocked.Read(ref _bytes);

        public bool IsCutOff => Bytes > cutoff;

        public bool IsTimedOut => _begun != 0 && TimeProvider.System.GetElapsedTime(_begun) >= LongestQuery;

        public void Begin()
        {
            _begun = TimeProvider.System.GetTimestamp();
            stop.CancelAfter(LongestQuery);
        }

        public void Read(long bytes)
        {
            Interlocked.Exchange(ref _bytes, bytes);
            if (IsCutOff) ThreadPool.QueueUserWorkItem(_ => Cancel());
        }

        public void Cancel()
        {
            try
            {
                stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It has ended.
            }
        }
    }
}
