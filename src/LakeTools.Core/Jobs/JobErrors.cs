using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Jobs;

/// <summary>Glue's refusals, in the words of the job commands; and the errors of runs that did not succeed.</summary>
internal static class JobErrors
{
    // The beginning of the embedded lake's message about a run whose program is not on the machine.
    private const string RuntimeNotFound = "LAUNCH ERROR | Runtime not found: ";

    /// <summary>Calls about a job, and turns the service's refusals into errors that name it.</summary>
    public static async Task<T> CallAsync<T>(string jobName, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (EntityNotFoundException exception)
        {
            throw NotFound(jobName, exception);
        }
        catch (Exception exception) when (exception is AlreadyExistsException or IdempotentParameterMismatchException)
        {
            throw Fault.JobExists(jobName, inner: exception);
        }
        catch (ConcurrentRunsExceededException exception)
        {
            throw Fault.JobRunsExceeded(jobName, inner: exception);
        }
    }

    /// <summary>Calls about one run.</summary>
    public static async Task<T> CallAsync<T>(string jobName, string runId, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (EntityNotFoundException exception)
        {
            throw Fault.JobRunNotFound(runId, jobName, runId, inner: exception);
        }
    }

    public static LakeException NotFound(string jobName, Exception? cause = null) =>
        Fault.JobNotFound(jobName, inner: cause);

    /// <summary>The error for a run that ended without success.</summary>
    /// <param name="run">The run; the error's target.</param>
    /// <param name="lastLines">The end of its log.</param>
    public static LakeException NotSucceeded(LakeJobRun run, IReadOnlyList<string> lastLines)
    {
        if (run.ErrorMessage?.StartsWith(RuntimeNotFound, StringComparison.Ordinal) == true)
        {
            return Fault.JobRuntimeNotFound(run, run.JobName, run.ErrorMessage[RuntimeNotFound.Length..]);
        }

        return run.State == JobRunState.STOPPED
            ? Fault.JobRunStopped(run, run.JobName, run.Id)
            : Fault.JobRunFailed(run, run.JobName, run.Id, run.State, run.ErrorMessage ?? "no reason was returned")
                .WithParts("Read the last lines of its log:", lastLines);
    }
}
