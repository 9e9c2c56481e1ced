using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Calls;

namespace LakeTools.Core.Jobs.Properties;

/// <summary>Makes output objects of Glue's answers.</summary>
internal static class JobMapping
{
    public static LakeJob ToJob(Job job) => new()
    {
        Name = job.Name,
        Description = job.Description,
        Command = job.Command?.Name,
        ScriptLocation = job.Command?.ScriptLocation,
        PythonVersion = job.Command?.PythonVersion,
        Role = job.Role,
        GlueVersion = job.GlueVersion,
        WorkerType = job.WorkerType?.Value,
        NumberOfWorkers = job.NumberOfWorkers,
        MaxCapacity = job.MaxCapacity,
        DefaultArgument = job.DefaultArguments ?? [],
        MaxRetries = job.MaxRetries ?? 0,
        Timeout = job.Timeout,
        MaxConcurrentRuns = job.ExecutionProperty?.MaxConcurrentRuns,
        GlueConnectionName = job.Connections?.Connections ?? [],
        ExecutionClass = job.ExecutionClass?.Value,
        SecurityConfiguration = job.SecurityConfiguration,
        NonOverridableArgument = job.NonOverridableArguments ?? [],
        JobRunQueuing = job.JobRunQueuingEnabled ?? false,
        NotifyDelayMinutes = job.NotificationProperty?.NotifyDelayAfter,
        MaintenanceWindow = job.MaintenanceWindow,
        CreatedOn = job.CreatedOn?.ToLocalTime(),
        LastModifiedOn = job.LastModifiedOn?.ToLocalTime(),
        Further =
        [
            .. Named($"job mode {job.JobMode?.Value}", job.JobMode is { } mode && mode != JobMode.SCRIPT),
            .. Named("nodes of the visual editor", job.CodeGenConfigurationNodes is { Count: > 0 }),
            .. Named("source control", job.SourceControlDetails is not null),
            .. Named("runtime of the command", !string.IsNullOrEmpty(job.Command?.Runtime)),
            .. Named("log URI", !string.IsNullOrEmpty(job.LogUri)),
            .. UnknownMembers.Names(job),
        ],
    };

    private static IEnumerable<string> Named(string part, bool isThere) => isThere ? [part] : [];

    public static LakeJobRun ToRun(JobRun run)
    {
        var arguments = run.Arguments ?? [];
        var shown = new LakeJobRun
        {
            JobName = run.JobName,
            Id = run.Id,
            Attempt = run.Attempt ?? 0,
            PreviousRunId = run.PreviousRunId,
            State = run.JobRunState?.Value ?? "",
            Argument = arguments.Where(argument => !SecretReference.IsOne(argument.Value)).ToDictionary(),
            SecretArgument = arguments.Where(argument => SecretReference.IsOne(argument.Value)).ToDictionary(),
            StartedOn = run.StartedOn?.ToLocalTime(),
            CompletedOn = run.CompletedOn?.ToLocalTime(),
            WorkerType = run.WorkerType?.Value,
            NumberOfWorkers = run.NumberOfWorkers,
            ErrorMessage = run.ErrorMessage,
            LogGroup = run.LogGroupName,
        };
        return shown with { Duration = Duration(run, shown.IsEnded) };
    }

    // The end is optional, also of a run that has ended. Its seconds are then another measure of it.
    private static TimeSpan? Duration(JobRun run, bool isEnded) => run switch
    {
        { StartedOn: null } => TimeSpan.Zero,
        { CompletedOn: null } when isEnded => run.ExecutionTime > 0 ? TimeSpan.FromSeconds(run.ExecutionTime.Value) : null,
        _ => (run.CompletedOn ?? DateTime.UtcNow).ToUniversalTime() - run.StartedOn.Value.ToUniversalTime(),
    };
}
