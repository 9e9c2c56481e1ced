using Amazon.Glue;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Jobs;

/// <summary>Waits for the end of job runs, retries included.</summary>
/// <param name="connection">The lake.</param>
public sealed class JobWaiter(LakeConnection connection)
{
    private const int LastLines = 10;
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_retryPatience = TimeSpan.FromSeconds(30);

    private readonly JobService _jobs = new(connection);

    /// <summary>Waits. Polls often at first, and less and less often the longer it takes.</summary>
    /// <param name="run">The run.</param>
    /// <param name="timeout">The maximum wait; null for no limit.</param>
    /// <param name="progress">Takes the run's state.</param>
    /// <param name="cancellationToken">Ends the wait; the run continues.</param>
    /// <returns>The run that succeeded: the one given, or one of its retries.</returns>
    /// <exception cref="LakeException">
    /// <c>JobRunFailed</c>, <c>JobRunStopped</c> or <c>JobRuntimeNotFound</c> with the run as target; <c>JobRunWaitTimeout</c>.
    /// </exception>
    public async Task<LakeJobRun> WaitAsync(LakeJobRun run, TimeSpan? timeout, IProgress<LakeProgress> progress,
        CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        var retries = (await _jobs.GetAsync(run.JobName, cancellationToken).ConfigureAwait(false)).MaxRetries;
        var pause = s_firstPause;
        while (true)
        {
            run = await _jobs.GetRunAsync(run.JobName, run.Id, cancellationToken).ConfigureAwait(false);
            progress.Report(new LakeProgress($"Job {run.JobName}",
                $"{run.State}, {run.Duration:hh\\:mm\\:ss}{(run.Attempt > 0 ? $", attempt {run.Attempt + 1}" : "")}"));
            if (run.IsEnded)
            {
                if (run.State == JobRunState.SUCCEEDED) return run;
                if (run.State != JobRunState.FAILED || run.Attempt >= retries
                    || await RetryOfAsync(run, cancellationToken).ConfigureAwait(false) is not { } next)
                {
                    var lines = await new JobLogService(connection).LastLinesAsync(run, LastLines, cancellationToken).ConfigureAwait(false);
                    throw JobErrors.NotSucceeded(run, lines);
                }

                run = next;
                pause = s_firstPause;
            }

            var left = timeout - TimeProvider.System.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                throw Fault.JobRunWaitTimeout(run, run.JobName, run.Id, (long)timeout!.Value.TotalSeconds, run.State);
            }

            await WaitPause.DelayAsync(pause, left, cancellationToken).ConfigureAwait(false);
            pause = pause * 1.5 < s_longestPause ? pause * 1.5 : s_longestPause;
        }
    }

    /// <summary>The run that tries a failed one again. Glue starts it a little later.</summary>
    private async Task<LakeJobRun?> RetryOfAsync(LakeJobRun run, CancellationToken cancellationToken)
    {
        var stem = run.Attempt == 0 ? run.Id : run.Id[..run.Id.LastIndexOf("_attempt_", StringComparison.Ordinal)];
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await _jobs.GetRunAsync(run.JobName, $"{stem}_attempt_{run.Attempt + 1}", cancellationToken).ConfigureAwait(false);
            }
            catch (LakeException exception) when (exception.Id == nameof(Fault.JobRunNotFound))
            {
                if (TimeProvider.System.GetElapsedTime(start) > s_retryPatience) return null;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken).ConfigureAwait(false);
        }
    }
}
