using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Jobs.Properties;

/// <summary>
/// Makes the input of UpdateJob. Glue replaces a job whole, so all that a change does not name is carried over from the job as it was read.
/// </summary>
internal static class JobChanges
{
    /// <summary>The input that leaves a job as it is.</summary>
    public static JobUpdate Keep(Job job) => new()
    {
        JobMode = job.JobMode,
        JobRunQueuingEnabled = job.JobRunQueuingEnabled,
        Description = job.Description,
        LogUri = job.LogUri,
        Role = job.Role,
        ExecutionProperty = job.ExecutionProperty,
        Command = job.Command,
        DefaultArguments = job.DefaultArguments,
        NonOverridableArguments = job.NonOverridableArguments,
        Connections = job.Connections,
        MaxRetries = job.MaxRetries,
        Timeout = job.Timeout,

        // GetJob tells the capacity of workers, but UpdateJob takes one or the other; AllocatedCapacity is its old name.
        MaxCapacity = job.WorkerType is null ? job.MaxCapacity : null,
        WorkerType = job.WorkerType,
        NumberOfWorkers = job.NumberOfWorkers,
        SecurityConfiguration = job.SecurityConfiguration,
        NotificationProperty = job.NotificationProperty,
        GlueVersion = job.GlueVersion,
        CodeGenConfigurationNodes = job.CodeGenConfigurationNodes,
        ExecutionClass = job.ExecutionClass,
        SourceControlDetails = job.SourceControlDetails,
        MaintenanceWindow = job.MaintenanceWindow,
    };

    /// <summary>The input for a job with a change made to it.</summary>
    /// <param name="job">The job as Glue has it; its parts are changed in place.</param>
    /// <param name="change">The change; its role is in Glue's form.</param>
    /// <exception cref="LakeException"><c>InvalidJobCapacity</c>.</exception>
    public static JobUpdate Apply(Job job, JobChange change)
    {
        var update = Keep(job);
        update.Role = change.Role ?? update.Role;
        if (change.Description is not null) update.Description = change.Description.Length == 0 ? null : change.Description;
        update.Command ??= new JobCommand();
        if (change.Command is not null) SetCommand(update, change.Command);
        update.Command.ScriptLocation = change.ScriptLocation ?? update.Command.ScriptLocation;
        update.Command.PythonVersion = change.PythonVersion ?? update.Command.PythonVersion;
        update.GlueVersion = change.GlueVersion ?? update.GlueVersion;
        update.MaxRetries = change.MaxRetries ?? update.MaxRetries;
        update.Timeout = change.Timeout ?? update.Timeout;
        if (change.MaxConcurrentRuns is { } runs) (update.ExecutionProperty ??= new ExecutionProperty()).MaxConcurrentRuns = runs;
        if (change.DefaultArguments is not null)
            update.DefaultArguments = TableChanges.Merged(update.DefaultArguments, change.DefaultArguments);
        if (update.DefaultArguments?.Count == 0) update.DefaultArguments = null;
        if (change.NonOverridableArguments is not null)
            update.NonOverridableArguments = TableChanges.Merged(update.NonOverridableArguments, change.NonOverridableArguments);
        if (update.NonOverridableArguments?.Count == 0) update.NonOverridableArguments = null;
        if (change.GlueConnectionName is { } names)
            update.Connections = names.Count == 0 ? null : new ConnectionsList { Connections = [.. names] };
        if (change.ExecutionClass is { } execution) update.ExecutionClass = execution;
        if (change.SecurityConfiguration is { } security) update.SecurityConfiguration = security.Length == 0 ? null : security;
        update.JobRunQueuingEnabled = change.JobRunQueuing ?? update.JobRunQueuingEnabled;
        if (change.NotifyDelayMinutes is { } delay) update.NotificationProperty = new NotificationProperty { NotifyDelayAfter = delay };
        if (change.MaintenanceWindow is { } window) update.MaintenanceWindow = window.Length == 0 ? null : window;
        SetCapacity(update, change);
        return update;
    }

    private static void SetCommand(JobUpdate update, string command)
    {
        // Spark counts workers and pythonshell does not. Glue rejects the capacity of the other kind, so its default takes the place.
        if ((update.Command.Name == JobCapacity.PythonShell) != (command == JobCapacity.PythonShell))
            (update.WorkerType, update.NumberOfWorkers, update.MaxCapacity) = (null, null, null);
        update.Command.Name = command;
    }

    private static void SetCapacity(JobUpdate update, JobChange change)
    {
        var workers = change.WorkerType is not null || change.NumberOfWorkers is not null;
        if (!workers && change.MaxCapacity is null) return;
        if (workers && update.Command.Name != JobCapacity.PythonShell) update.MaxCapacity = null;
        if (change.MaxCapacity is not null) (update.WorkerType, update.NumberOfWorkers) = (null, null);
        if (change.WorkerType is not null) update.WorkerType = change.WorkerType;
        update.NumberOfWorkers = change.NumberOfWorkers ?? update.NumberOfWorkers;
        update.MaxCapacity = change.MaxCapacity ?? update.MaxCapacity;
        JobCapacity.Check(change.Name, update.Command.Name, update.WorkerType?.Value, update.NumberOfWorkers, update.MaxCapacity);
    }
}
