using System.Runtime.CompilerServices;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Jobs;
using LakeTools.Core.Jobs.Properties;
using LakeTools.Core.Secrets;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The Glue jobs.</summary>
internal sealed class JobState(LakeConnection connection) : IStateStore
{
    private const string SparkCommand = "glueetl";

    /// <summary>A job's properties. A removed property that a change cannot remove stays.</summary>
    public static ServiceFacts<LakeJob, NewJob, JobChange> Facts { get; } = new()
    {
        {
            "role", Shapes.Role, job => job.Role,
            (job, role) => job with { Role = role! }, (change, role) => change with { Role = role },
            Fact.Required, "The role that the job runs as: an ARN, role/name, or a name."
        },
        {
            "script", Shapes.Checked(Script), job => job.ScriptLocation,
            (job, script) => job with { ScriptLocation = script! }, (change, script) => change with { ScriptLocation = script },
            Fact.Required, "The S3 URI of the script."
        },
        {
            "command", Shapes.Choice(["pythonshell", SparkCommand, "gluestreaming"], SparkCommand), job => job.Command,
            (job, command) => job with { Command = command! }, (change, command) => change with { Command = command },
            Fact.Optional, "pythonshell, glueetl (Spark) or gluestreaming."
        },
        {
            "pythonVersion", Shapes.Filled(), job => job.PythonVersion,
            (job, version) => job with { PythonVersion = version }, (change, version) => change with { PythonVersion = version },
            Fact.Optional, "The Python version, such as \"3.9\"."
        },
        {
            "description", Shapes.Text, job => job.Description,
            (job, text) => job with { Description = text }, (change, text) => change with { Description = text ?? "" },
            Fact.Optional, "What it does."
        },
        {
            "glueVersion", Shapes.Checked(GlueVersions.Check), job => job.GlueVersion,
            (job, version) => job with { GlueVersion = version }, (change, version) => change with { GlueVersion = version },
            Fact.Optional, "The Glue version, such as \"5.0\"."
        },
        {
            "workerType", Shapes.Checked(WorkerTypes.Check), job => job.WorkerType,
            (job, type) => job with { WorkerType = type }, (change, type) => change with { WorkerType = type },
            Fact.Optional, "The worker type, such as G.1X."
        },
        {
            "numberOfWorkers", Shapes.Number(1, JobLimits.MostWorkers), job => job.NumberOfWorkers,
            (job, count) => job with { NumberOfWorkers = count }, (change, count) => change with { NumberOfWorkers = count },
            Fact.Optional, "How many workers it has."
        },
        {
            "maxCapacity", Shapes.Amount, job => job.WorkerType is null && job.NumberOfWorkers is null ? job.MaxCapacity : null,
            (job, capacity) => job with { MaxCapacity = capacity }, (change, capacity) => change with { MaxCapacity = capacity },
            Fact.Optional, "Data processing units, of a job without workers."
        },
        {
            "maxRetries", Shapes.Number(0, JobLimits.MostRetries), job => job.MaxRetries,
            (job, count) => job with { MaxRetries = count }, (change, count) => change with { MaxRetries = count },
            Fact.Optional, "How often a run that failed is started again."
        },
        {
            "timeout", Shapes.Number(1, JobLimits.LongestTimeout), job => job.Timeout,
            (job, minutes) => job with { Timeout = minutes }, (change, minutes) => change with { Timeout = minutes },
            Fact.Optional, "Minutes."
        },
        {
            "maxConcurrentRuns", Shapes.Number(1, JobLimits.MostConcurrentRuns), job => job.MaxConcurrentRuns,
            (job, count) => job with { MaxConcurrentRuns = count }, (change, count) => change with { MaxConcurrentRuns = count },
            Fact.Optional, "How many runs there may be at a time."
        },
        {
            "arguments", new TextMap("argument.", JobArguments.Add),
            job => TextMap.Of(job.DefaultArgument),
            (job, pairs) => job with { DefaultArguments = pairs! }, (change, pairs) => change with { DefaultArguments = pairs },
            Fact.Optional, "The default arguments of a run."
        },
        {
            "nonOverridableArguments", new TextMap("fixed.", JobArguments.Add),
            job => TextMap.Of(job.NonOverridableArgument),
            (job, pairs) => job with { NonOverridableArguments = pairs! },
            (change, pairs) => change with { NonOverridableArguments = pairs },
            Fact.Optional, "Arguments that a run cannot override."
        },
        {
            "connections", Shapes.TextList, job => job.GlueConnectionName,
            (job, names) => job with { GlueConnectionName = names }, (change, names) => change with { GlueConnectionName = names ?? [] },
            Fact.Optional, "Names of connections of Glue."
        },
        {
            "executionClass", Shapes.Words("STANDARD", "FLEX"), job => job.ExecutionClass,
            (job, word) => job with { ExecutionClass = word }, (change, word) => change with { ExecutionClass = word },
            Fact.Optional, "STANDARD or FLEX."
        },
        {
            "securityConfiguration", Shapes.Word, job => job.SecurityConfiguration,
            (job, name) => job with { SecurityConfiguration = name }, (change, name) => change with { SecurityConfiguration = name ?? "" },
            Fact.Optional, "The security configuration of Glue by which it encrypts."
        },
        {
            "queuing", Shapes.Switch, job => job.JobRunQueuing,
            (job, waits) => job with { JobRunQueuing = waits }, (change, waits) => change with { JobRunQueuing = waits ?? false },
            Fact.Optional, "Runs beyond the limits wait."
        },
        {
            "notifyDelay", Shapes.Number(1, int.MaxValue), job => job.NotifyDelayMinutes,
            (job, minutes) => job with { NotifyDelayMinutes = minutes }, (change, minutes) => change with { NotifyDelayMinutes = minutes },
            Fact.Optional, "Minutes."
        },
        {
            "maintenanceWindow", Shapes.Checked(MaintenanceWindows.Check), job => job.MaintenanceWindow,
            (job, window) => job with { MaintenanceWindow = window }, (change, window) => change with { MaintenanceWindow = window ?? "" },
            Fact.Optional, "A day and an hour in UTC, such as Sun:23."
        },
    };

    public StateKind Kind => StateKind.Job;

    /// <summary>Refuses a job that Glue does not take, before any call.</summary>
    /// <exception cref="LakeTools.Rules.Errors.LakeException">The errors of <see cref="JobService.Check"/>.</exception>
    public static void Check(string name, IReadOnlyDictionary<string, string> facts)
    {
        var job = Facts.Make(Empty(name), facts);
        JobArguments.CheckNoSecret(job.DefaultArguments, SecretGuard.Process);
        if (job.NonOverridableArguments is { } fixedOnes) JobArguments.CheckNoSecret(fixedOnes, SecretGuard.Process);
        JobService.Check(job);
    }

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        await foreach (var job in new JobService(connection).FindAsync("*", withTags: false, cancellationToken).ConfigureAwait(false))
        {
            foreach (var part in job.Further) scope.LeftOut?.Add(part, Kind, job.Name);
            yield return new StateItem(new StateKey(Kind, job.Name), Facts.Of(job));
        }
    }

    public Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var service = new JobService(connection);
        var name = change.Item.Key.Id;
        if (change.After is not { } after) return service.RemoveAsync(name, cancellationToken);
        return change.Before is null
            ? service.CreateAsync(Facts.Make(Empty(name), after.Facts), cancellationToken)
            : new JobEditor(connection).ChangeAsync(Facts.Change(new JobChange { Name = name }, change), cancellationToken);
    }

    private static NewJob Empty(string name) => new() { Name = name, Role = "", ScriptLocation = "", Command = SparkCommand };

    private static string Script(string address)
    {
        _ = S3Uri.Parse(address);
        return address;
    }
}
