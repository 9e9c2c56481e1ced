using System.Runtime.CompilerServices;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Jobs;
using LakeTools.Core.Jobs.Properties;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The Glue jobs.</summary>
internal sealed class JobState(LakeConnection connection) : IStateStore
{
    private const string SparkCommand = "glueetl";

    /// <summary>A job's properties. Of those that a change cannot take away, what is no more stays.</summary>
    public static ServiceFacts<LakeJob, NewJob, JobChange> Facts { get; } = new()
    {
        {
            "role", Shapes.Principal, job => job.Role,
            (job, role) => job with { Role = role! }, (change, role) => change with { Role = role }, Fact.Required
        },
        {
            "script", Shapes.Text, job => job.ScriptLocation,
            (job, script) => job with { ScriptLocation = script! }, (change, script) => change with { ScriptLocation = script },
            Fact.Required
        },
        {
            "command", Shapes.Choice(["pythonshell", SparkCommand, "gluestreaming"], SparkCommand), job => job.Command,
            (job, command) => job with { Command = command! }, (change, command) => change with { Command = command }
        },
        {
            "pythonVersion", Shapes.Word, job => job.PythonVersion,
            (job, version) => job with { PythonVersion = version }, (change, version) => change with { PythonVersion = version }
        },
        {
            "description", Shapes.Text, job => job.Description,
            (job, text) => job with { Description = text }, (change, text) => change with { Description = text ?? "" }
        },
        {
            "glueVersion", Shapes.Word, job => job.GlueVersion,
            (job, version) => job with { GlueVersion = version }, (change, version) => change with { GlueVersion = version }
        },
        {
            "workerType", Shapes.Text, job => job.WorkerType,
            (job, type) => job with { WorkerType = type }, (change, type) => change with { WorkerType = type }
        },
        {
            "numberOfWorkers", Shapes.Number, job => job.NumberOfWorkers,
            (job, count) => job with { NumberOfWorkers = count }, (change, count) => change with { NumberOfWorkers = count }
        },
        {
            "maxRetries", Shapes.Number, job => job.MaxRetries,
            (job, count) => job with { MaxRetries = count }, (change, count) => change with { MaxRetries = count }
        },
        {
            "timeout", Shapes.Number, job => job.Timeout,
            (job, minutes) => job with { Timeout = minutes }, (change, minutes) => change with { Timeout = minutes },
            Fact.Optional, "Minutes."
        },
        {
            "maxConcurrentRuns", Shapes.Number, job => job.MaxConcurrentRuns,
            (job, count) => job with { MaxConcurrentRuns = count }, (change, count) => change with { MaxConcurrentRuns = count }
        },
        {
            "arguments", new TextMap("argument.", key => key.StartsWith("--", StringComparison.Ordinal) ? key : "--" + key),
            job => TextMap.Of(job.DefaultArgument),
            (job, pairs) => job with { DefaultArguments = pairs! }, (change, pairs) => change with { DefaultArguments = pairs }
        },
    };

    public StateKind Kind => StateKind.Job;

    public static StateItem Item(string name, IReadOnlyDictionary<string, string> facts) => new(new StateKey(StateKind.Job, name), facts);

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        await foreach (var job in new JobService(connection).FindAsync("*", withTags: false, cancellationToken).ConfigureAwait(false))
            yield return Item(job.Name, Facts.Of(job));
    }

    public Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var service = new JobService(connection);
        var name = change.Item.Key.Id;
        if (change.After is not { } after) return service.RemoveAsync(name, cancellationToken);
        var made = new NewJob { Name = name, Role = "", ScriptLocation = "", Command = SparkCommand };
        return change.Before is null
            ? service.CreateAsync(Facts.Make(made, after.Facts), cancellationToken)
            : new JobEditor(connection).ChangeAsync(Facts.Change(new JobChange { Name = name }, change), cancellationToken);
    }
}
