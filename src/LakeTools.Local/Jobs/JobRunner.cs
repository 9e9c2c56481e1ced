using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LakeTools.Local.Context;
using LakeTools.Local.Glue.Jobs;
using LakeTools.Local.Iam;
using LakeTools.Local.Identity;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Jobs;

/// <summary>
/// Carries out job runs. A run's state lives in the store, so every process that has the lake open sees it and may
/// stop it; the process that took StartJobRun carries it out. Runs that such a process did not finish have failed for every
/// reader, and are marked when the lake is next opened.
/// </summary>
internal sealed class JobRunner : IDisposable
{
    private const string SparkSubmit = "spark-submit";
    private static readonly TimeSpan s_stopCheck = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestSession = TimeSpan.FromHours(12);
    private static readonly TimeSpan s_closeTime = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _timeoutUnit;
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _stops = new();
    private readonly ConcurrentDictionary<string, Task> _tasks = new();
    private readonly CancellationTokenSource _closing = new();
    private LakeStore? _store;
    private LakeContext? _lake;

    /// <summary>Makes a runner.</summary>
    /// <param name="timeoutUnit">The unit of a job's Timeout; a minute if null. Tests use a shorter one.</param>
    public JobRunner(TimeSpan? timeoutUnit = null) => _timeoutUnit = timeoutUnit ?? TimeSpan.FromMinutes(1);

    private LakeStore Store => _store ?? throw new InvalidOperationException("The runner is used before its lake is open.");

    private LakeContext Lake => _lake!;

    /// <summary>Takes the lake, and ends the runs whose process is gone.</summary>
    public void Opened(LakeStore store, LakeContext lake)
    {
        (_store, _lake) = (store, lake);
        var lost = store.Read(session => new JobRepository(session, lake).UnendedRuns()).FindAll(run => run.Completed is not null);
        if (lost.Count == 0) return;
        store.Write(session =>
        {
            var jobs = new JobRepository(session, lake);
            foreach (var run in lost) jobs.SetState(run, run.State, run.Message);
        });
    }

    /// <summary>Carries out a run that a transaction has added, once that is committed.</summary>
    public void Schedule(string runId)
    {
        // The first thing that the task does is to write, which waits for the transaction that schedules it.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        _stops[runId] = stop;
        var task = new Task<Task>(() => RunAsync(runId, stop));
        _tasks[runId] = task.Unwrap();
        task.Start(TaskScheduler.Default);
    }

    /// <summary>Stops a run that this process carries out, without waiting for the next look at its state.</summary>
    public void Stop(string runId)
    {
        if (_stops.TryGetValue(runId, out var stop)) ThreadPool.QueueUserWorkItem(_ => TryCancel(stop));
    }

    /// <summary>Waits until no run is left that this process carries out, retries included.</summary>
    public async Task IdleAsync()
    {
        while (!_tasks.IsEmpty) await Task.WhenAll(_tasks.Values).ConfigureAwait(false);
    }

    /// <summary>Kills what still runs, and marks it.</summary>
    public void Dispose()
    {
        TryCancel(_closing);
        Task.WaitAll([.. _tasks.Values], s_closeTime);
        _closing.Dispose();
    }

    private async Task RunAsync(string runId, CancellationTokenSource stop)
    {
        try
        {
            var run = Store.Write(session => new JobRepository(session, Lake).FindRun(runId));
            if (run is null) return; // the transaction that scheduled it was rolled back
            var (state, message) = await CarryOutAsync(run, stop.Token).ConfigureAwait(false);
            if (Store.Write(session => End(session, run, state, message)) is { } retry) Schedule(retry);
        }
        finally
        {
            _stops.TryRemove(runId, out _);
            _tasks.TryRemove(runId, out _);
            stop.Dispose();
        }
    }

    private async Task<(string State, string? Message)> CarryOutAsync(JobRunRecord run, CancellationToken stop)
    {
        try
        {
            using var folder = new JobFolder(Lake.Folder, run.Id);
            var (python, program, arguments, environment) = await PrepareAsync(run, folder).ConfigureAwait(false);
            await using var log = new JobLog(Store, Lake, run);
            if (!TrySetRunning(run)) return (JobRunState.Stopped, null);
            using var process = JobProcess.Start(python, program, arguments, folder, environment);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var timeout = TimeoutOf(run);
            var exit = process.WaitAsync(log, run, end.Token);
            var timedOut = await WatchAsync(run, exit, timeout, end).ConfigureAwait(false);
            return await exit.ConfigureAwait(false) switch
            {
                0 => (JobRunState.Succeeded, null),
                { } code => (JobRunState.Failed, $"Command failed with exit code {code}"),
                null when timedOut => (JobRunState.TimedOut, "Job run exceeded timeout of its job."),
                null when _closing.IsCancellationRequested => (JobRunState.Failed, "The embedded lake was closed before the run ended."),
                null => (JobRunState.Stopped, null),
            };
        }
        catch (LaunchException exception)
        {
            return (JobRunState.Failed, exception.Message);
        }
        catch (Exception exception)
        {
            // No caller waits for this task: each error becomes the run's end, or the run would never end.
            return (JobRunState.Failed, LaunchException.Because(exception.Message).Message);
        }
    }

    /// <summary>Looks at the clock and at the run's state, which another process may have changed, until the process ends.</summary>
    /// <returns>True if the time was up.</returns>
    private async Task<bool> WatchAsync(JobRunRecord run, Task exit, TimeSpan timeout, CancellationTokenSource end)
    {
        var timeUp = timeout > TimeSpan.Zero ? Task.Delay(timeout, CancellationToken.None) : Task.Delay(Timeout.Infinite, end.Token);
        while (true)
        {
            var first = await Task.WhenAny(exit, timeUp, Task.Delay(s_stopCheck, CancellationToken.None)).ConfigureAwait(false);
            if (first == exit) return false;
            var isTimeUp = first == timeUp && timeUp.IsCompletedSuccessfully;
            if (!isTimeUp && StateOf(run) != JobRunState.Stopping) continue;
            await end.CancelAsync().ConfigureAwait(false);
            return isTimeUp;
        }
    }

    private async Task<(string Python, string Program, List<string> Arguments, Dictionary<string, string> Environment)> PrepareAsync(
        JobRunRecord run, JobFolder folder)
    {
        var command = run.Document["Command"]!.AsObject();
        var isPython = command.Text("Name") == JobRules.PythonShell;
        var spark = isPython ? null : FindOnPath(SparkSubmit)
            ?? throw LaunchException.RuntimeNotFound(
                $"a {command.Text("Name")} job runs in the embedded lake where spark-submit is on the PATH, and it is not.");
        var role = run.Document.Required("Role");
        var credential = Store.Write(session =>
        {
            PassedRole.RequireForGlue(session, Lake.AccountId, role); // of a job of an earlier version, or since the run was started
            return Lake.Identity.IssueSession(session, PassedRole.Arn(Lake.AccountId, role), "GlueJobRunnerSession", SessionTime(run),
                run.Document.Text(JobRules.SessionPolicy));
        });
        var script = new JobScript(Store, Lake, new Caller(credential.PrincipalArn, credential.PrincipalArn, Lake.AccountId));
        var file = await script.FetchAsync(command.Required("ScriptLocation"), folder.Root).ConfigureAwait(false);
        var arguments = JobCommandLine.Arguments(run);
        var environment = JobCommandLine.Environment(folder, Lake, credential, Lake.StartServer());
        if (spark is not null) return (PythonRuntime.Any(), spark, ["--master", "local[*]", file, .. arguments], environment);
        folder.AddPythonLibrary();
        await AddModulesAsync(script, arguments, folder, environment).ConfigureAwait(false);
        var python = PythonRuntime.For(await File.ReadAllTextAsync(file).ConfigureAwait(false));
        return (python, python, [file, .. arguments], environment);
    }

    /// <summary><c>--extra-py-files</c>: modules next to the script, archives on the path.</summary>
    private static async Task AddModulesAsync(JobScript script, List<string> arguments, JobFolder folder,
        Dictionary<string, string> environment)
    {
        var at = arguments.IndexOf("--extra-py-files");
        if (at < 0) return;
        foreach (var uri in arguments[at + 1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var file = await script.FetchAsync(uri, folder.Library).ConfigureAwait(false);
            if (!file.EndsWith(".py", StringComparison.Ordinal)) environment["PYTHONPATH"] += Path.PathSeparator + file;
        }
    }

    private bool TrySetRunning(JobRunRecord run) => Store.Write(session =>
    {
        var jobs = new JobRepository(session, Lake);
        if (jobs.FindRun(run.Id)?.State != JobRunState.Starting) return false;
        jobs.SetState(run, JobRunState.Running);
        return true;
    });

    private string? StateOf(JobRunRecord run) => Store.Read(session => new JobRepository(session, Lake).FindRun(run.Id)?.State);

    /// <summary>Ends a run, and adds the next attempt of one that failed while the job allows it.</summary>
    /// <returns>The id of the next attempt, or null.</returns>
    private string? End(StoreSession session, JobRunRecord run, string state, string? message)
    {
        var jobs = new JobRepository(session, Lake);
        if (jobs.FindRun(run.Id)?.State == JobRunState.Stopping && state == JobRunState.Failed) state = JobRunState.Stopped;
        jobs.SetState(run, state, state == JobRunState.Stopped ? null : message);
        var attempts = run.Document.Number("MaxRetries") ?? 0;
        if (state != JobRunState.Failed || run.Attempt >= attempts || _closing.IsCancellationRequested) return null;
        var first = run.Attempt == 0 ? run.Id : run.Id[..run.Id.LastIndexOf("_attempt_", StringComparison.Ordinal)];
        var next = run with
        {
            Id = $"{first}_attempt_{run.Attempt + 1}",
            Attempt = run.Attempt + 1,
            PreviousId = run.Id,
            State = JobRunState.Starting,
            Document = run.Document.DeepClone().AsObject(),
        };
        jobs.Add(next);
        return next.Id;
    }

    private TimeSpan TimeoutOf(JobRunRecord run) =>
        Math.Min(run.Document.Number("Timeout") ?? 0, JobRules.LongestTimeoutMinutes) * _timeoutUnit;

    private TimeSpan SessionTime(JobRunRecord run)
    {
        var time = TimeoutOf(run) + TimeSpan.FromMinutes(5);
        return time < s_longestSession ? time : s_longestSession;
    }

    private static string? FindOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".cmd" : program))
        .FirstOrDefault(File.Exists);

    private static void TryCancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The run ended in the meantime.
        }
    }
}
