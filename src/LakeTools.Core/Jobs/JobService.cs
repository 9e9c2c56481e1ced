using System.Runtime.CompilerServices;
using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Jobs.Properties;
using LakeTools.Core.Secrets;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Jobs;

/// <summary>Makes, finds and removes jobs, and starts and stops their runs.</summary>
/// <param name="connection">The lake.</param>
public sealed class JobService(LakeConnection connection)
{
    private const string PythonShellVersion = "3.9";
    private const string SparkPythonVersion = "3";

    private IAmazonGlue Client => connection.Clients.Glue;

    /// <summary>The settings of a job that its object does not show, so that a copy lacks them.</summary>
    /// <param name="job">The job.</param>
    /// <returns>The settings, in words.</returns>
    public static IReadOnlyList<string> NotShown(LakeJob job) => job.Further;

    /// <summary>Makes a job.</summary>
    /// <param name="job">The new job.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The job as Glue then has it.</returns>
    /// <exception cref="LakeException">
    /// <c>InvalidRole</c>, <c>InvalidRoleName</c>, <c>InvalidS3Uri</c>, <c>UnknownWorkerType</c>, <c>UnknownGlueVersion</c>,
    /// <c>InvalidJobCapacity</c>, <c>JobExists</c>.
    /// </exception>
    public async Task<Written<LakeJob>> CreateAsync(NewJob job, CancellationToken cancellationToken)
    {
        Check(job);
        var request = new CreateJobRequest
        {
            Name = job.Name,
            Description = job.Description,
            Role = await JobRole.ResolveAsync(connection, job.Role, cancellationToken).ConfigureAwait(false),
            Command = new JobCommand
            {
                Name = job.Command,
                ScriptLocation = job.ScriptLocation,
                PythonVersion = job.PythonVersion ?? (job.Command == JobCapacity.PythonShell ? PythonShellVersion : SparkPythonVersion),
            },
            GlueVersion = GlueVersions.Check(job.GlueVersion),
            WorkerType = WorkerTypes.Check(job.WorkerType),
            NumberOfWorkers = job.NumberOfWorkers,
            MaxCapacity = job.MaxCapacity,
            DefaultArguments = job.DefaultArguments.Count == 0 ? null : job.DefaultArguments.ToDictionary(),
            MaxRetries = job.MaxRetries,
            Timeout = job.Timeout,
            ExecutionProperty = job.MaxConcurrentRuns is { } runs ? new ExecutionProperty { MaxConcurrentRuns = runs } : null,
            Connections = job.GlueConnectionName is { Count: > 0 } names ? new ConnectionsList { Connections = [.. names] } : null,
            ExecutionClass = job.ExecutionClass,
            SecurityConfiguration = job.SecurityConfiguration,
            NonOverridableArguments = job.NonOverridableArguments is { Count: > 0 } fixedOnes ? fixedOnes.ToDictionary() : null,
            JobRunQueuingEnabled = job.JobRunQueuing,
            NotificationProperty = job.NotifyDelayMinutes is { } delay ? new NotificationProperty { NotifyDelayAfter = delay } : null,
            MaintenanceWindow = MaintenanceWindows.Check(job.MaintenanceWindow),
            Tags = job.Tags.Count == 0 ? null : job.Tags.ToDictionary(),
        };
        await JobErrors.CallAsync(job.Name, () => LostAnswers.MakeAsync(
            () => Client.CreateJobAsync(request, cancellationToken),
            request,
            async () => (await Client.GetJobAsync(new GetJobRequest { JobName = job.Name }, cancellationToken).ConfigureAwait(false)).Job))
                .ConfigureAwait(false);
        return connection.Written(job.Name, $"The job '{job.Name}' was created", token => GetAsync(job.Name, token));
    }

    /// <summary>Refuses a job that Glue does not take, before any call.</summary>
    /// <param name="job">The job.</param>
    /// <exception cref="LakeException">
    /// <c>InvalidS3Uri</c>, <c>UnknownWorkerType</c>, <c>UnknownGlueVersion</c>, <c>InvalidJobCapacity</c>.
    /// </exception>
    public static void Check(NewJob job)
    {
        LakePrincipal.CheckRole(job.Role, isNameEnough: true);
        _ = S3Uri.Parse(job.ScriptLocation);
        _ = WorkerTypes.Check(job.WorkerType);
        _ = GlueVersions.Check(job.GlueVersion);
        _ = MaintenanceWindows.Check(job.MaintenanceWindow);
        JobCapacity.Check(job.Name, job.Command, job.WorkerType, job.NumberOfWorkers, job.MaxCapacity);
    }

    /// <summary>Reads one job.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The job.</returns>
    /// <exception cref="LakeException"><c>JobNotFound</c>.</exception>
    public async Task<LakeJob> GetAsync(string name, CancellationToken cancellationToken) => JobMapping.ToJob((await JobErrors.CallAsync(
        name, () => Client.GetJobAsync(new GetJobRequest { JobName = name }, cancellationToken)).ConfigureAwait(false)).Job);

    /// <summary>Reads one job by its name, or all that match a pattern.</summary>
    /// <param name="name">A name or pattern.</param>
    /// <param name="withTags">True to read each one's tags, with one more call.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The jobs, page by page.</returns>
    /// <exception cref="LakeException"><c>JobNotFound</c>.</exception>
    public async IAsyncEnumerable<LakeJob> FindAsync(string name, bool withTags,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var job in FindAsync(name, cancellationToken).ConfigureAwait(false))
        {
            if (!withTags)
            {
                yield return job;
                continue;
            }

            var tags = await ListedThing.ReadAsync<IReadOnlyDictionary<string, string>?>(async () =>
                await new GlueTags(connection).GetAsync(GlueTags.Job(job.Name), cancellationToken).ConfigureAwait(false),
                error => error is EntityNotFoundException, null).ConfigureAwait(false);
            if (tags is not null) yield return job with { Tag = tags };
            else if (!new KeyPattern(name).HasWildcards) throw Fault.JobNotFound(job.Name);
        }
    }

    private async IAsyncEnumerable<LakeJob> FindAsync(string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pattern = new KeyPattern(name);
        if (!pattern.HasWildcards)
        {
            yield return await GetAsync(pattern.Prefix, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        var request = new GetJobsRequest();
        await foreach (var page in Client.Paginators.GetJobs(request).Responses.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var job in page.Jobs ?? [])
                if (pattern.IsMatch(job.Name)) yield return JobMapping.ToJob(job);
    }

    /// <summary>Removes a job. Glue succeeds where there is none; here that is an error, because it is mostly a mistyped name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>JobNotFound</c>.</exception>
    public async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        await GetAsync(name, cancellationToken).ConfigureAwait(false);
        await JobErrors.CallAsync(name, () => Client.DeleteJobAsync(new DeleteJobRequest { JobName = name }, cancellationToken))
            .ConfigureAwait(false);
    }

    /// <summary>Starts a run.</summary>
    /// <param name="start">The options of the run.</param>
    /// <param name="allowPlaintextSecret">True to let a secret's value pass in an argument.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The run.</returns>
    /// <exception cref="LakeException">
    /// <c>SecretInArgument</c>, <c>SecretNotFound</c>, <c>InvalidJobArgument</c>,
    /// <c>UnknownWorkerType</c>, <c>JobNotFound</c>, <c>JobRunsExceeded</c>.
    /// </exception>
    public async Task<Written<LakeJobRun>> StartAsync(JobStart start, bool allowPlaintextSecret, CancellationToken cancellationToken)
    {
        if (!allowPlaintextSecret) JobArguments.CheckNoSecret(start.Arguments, SecretGuard.Process);
        var arguments = start.Arguments.ToDictionary();
        foreach (var (name, reference) in start.SecretArguments)
        {
            if (arguments.ContainsKey(name))
            {
                throw Fault.InvalidJobArgument(name, "both -Argument and -SecretArgument specify it");
            }

            arguments[name] = await ResolveAsync(reference, cancellationToken).ConfigureAwait(false);
        }

        var request = new StartJobRunRequest
        {
            JobName = start.Name,
            Arguments = arguments.Count == 0 ? null : arguments,
            WorkerType = WorkerTypes.Check(start.WorkerType),
            NumberOfWorkers = start.NumberOfWorkers,
            Timeout = start.Timeout,
        };
        var once = SdkTries.Once(request, answer => Fault.AnswerLost(start.Name, answer, $"Get-LakeGlueJobRun '{start.Name}'"));
        var started = await JobErrors.CallAsync(start.Name, () => Client.StartJobRunAsync(once, cancellationToken)).ConfigureAwait(false);
        var id = started.JobRunId;
        return connection.Written(id, $"The run '{id}' of the job '{start.Name}' was started",
            token => GetRunAsync(start.Name, id, token));
    }

    /// <summary>Reads one run.</summary>
    /// <param name="jobName">The job.</param>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The run.</returns>
    /// <exception cref="LakeException"><c>JobRunNotFound</c>.</exception>
    public async Task<LakeJobRun> GetRunAsync(string jobName, string runId, CancellationToken cancellationToken) =>
        JobMapping.ToRun((await JobErrors.CallAsync(
        jobName, runId, () => Client.GetJobRunAsync(new GetJobRunRequest { JobName = jobName, RunId = runId }, cancellationToken))
            .ConfigureAwait(false)).JobRun);

    /// <summary>Reads a job's latest run.</summary>
    /// <param name="jobName">The job.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The run.</returns>
    /// <exception cref="LakeException"><c>JobNotFound</c>, <c>JobHasNoRuns</c>.</exception>
    public async Task<LakeJobRun> GetLatestRunAsync(string jobName, CancellationToken cancellationToken)
    {
        var request = new GetJobRunsRequest { JobName = jobName, MaxResults = 1 };
        var page = await JobErrors.CallAsync(jobName, () => Client.GetJobRunsAsync(request, cancellationToken)).ConfigureAwait(false);
        return page.JobRuns is [var latest, ..] ? JobMapping.ToRun(latest)
            : throw Fault.JobHasNoRuns(jobName);
    }

    /// <summary>Reads a job's runs, the latest first, page by page.</summary>
    /// <param name="jobName">The job.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The runs.</returns>
    /// <exception cref="LakeException"><c>JobNotFound</c>.</exception>
    public async IAsyncEnumerable<LakeJobRun> GetRunsAsync(string jobName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new GetJobRunsRequest { JobName = jobName };
        var pages = Client.Paginators.GetJobRuns(request).Responses.CalledBy(next => JobErrors.CallAsync(jobName, next));
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var run in page.JobRuns ?? []) yield return JobMapping.ToRun(run);
    }

    /// <summary>Asks Glue to stop a run; it ends some time later.</summary>
    /// <param name="jobName">The job.</param>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The run as it is afterwards.</returns>
    /// <exception cref="LakeException"><c>JobRunNotFound</c>, <c>JobRunNotStopped</c>.</exception>
    public async Task<Written<LakeJobRun>> StopAsync(string jobName, string runId, CancellationToken cancellationToken)
    {
        await GetRunAsync(jobName, runId, cancellationToken).ConfigureAwait(false);
        var request = new BatchStopJobRunRequest { JobName = jobName, JobRunIds = [runId] };
        var answer = await JobErrors.CallAsync(jobName, () => Client.BatchStopJobRunAsync(request, cancellationToken))
            .ConfigureAwait(false);
        if (answer.Errors is [var error, ..]
            && !(SdkTries.MayBeOurs(answer) && await IsStoppedAsync(jobName, runId, cancellationToken).ConfigureAwait(false)))
            throw Fault.JobRunNotStopped(runId, jobName, runId, error.ErrorDetail?.ErrorMessage);
        return connection.Written(runId, $"Glue stops the run '{runId}' of the job '{jobName}'",
            token => GetRunAsync(jobName, runId, token));
    }

    /// <summary>Names of jobs for completion.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The names of the first page.</returns>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellationToken) =>
        (await Client.ListJobsAsync(new ListJobsRequest(), cancellationToken).ConfigureAwait(false)).JobNames ?? [];

    private async Task<bool> IsStoppedAsync(string jobName, string runId, CancellationToken cancellationToken)
    {
        var run = await GetRunAsync(jobName, runId, cancellationToken).ConfigureAwait(false);
        return run.State == JobRunState.STOPPING || run.State == JobRunState.STOPPED;
    }

    private async Task<string> ResolveAsync(string reference, CancellationToken cancellationToken)
    {
        var parsed = SecretReference.Parse(reference);
        return (parsed with { Id = await new SecretService(connection).ResolveAsync(parsed.Id, cancellationToken).ConfigureAwait(false) })
            .ToString();
    }
}
