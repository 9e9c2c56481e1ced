using System.Globalization;
using System.Runtime.CompilerServices;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Jobs;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The Glue jobs.</summary>
internal sealed class JobState(LakeConnection connection) : IStateStore
{
    private const string Argument = "argument.";

    public StateKind Kind => StateKind.Job;

    public static StateItem Item(LakeJob job) => new(new StateKey(StateKind.Job, job.Name), StateItem.FactsOf(
    [
        ("role", job.Role), ("script", job.ScriptLocation), ("command", job.Command), ("pythonVersion", job.PythonVersion),
            ("description", job.Description),
        ("glueVersion", job.GlueVersion), ("workerType", job.WorkerType), ("numberOfWorkers", Text(job.NumberOfWorkers)),
        ("maxRetries", Text(job.MaxRetries)), ("timeout", Text(job.Timeout)), ("maxConcurrentRuns", Text(job.MaxConcurrentRuns)),
        .. job.DefaultArgument.Select(pair => (Argument + pair.Key, (string?)pair.Value)),
    ]));

    public static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        await foreach (var job in new JobService(connection).FindAsync("*", withTags: false, cancellationToken).ConfigureAwait(false))
            yield return Item(job);
    }

    public Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var service = new JobService(connection);
        var name = change.Item.Key.Id;
        if (change.After is not { } after) return service.RemoveAsync(name, cancellationToken);
        string? Fact(string fact) => after.Facts.GetValueOrDefault(fact);
        int? Number(string fact) => Fact(fact) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        if (change.Before is null)
        {
            return service.CreateAsync(new NewJob
            {
                Name = name, Role = Fact("role")!, ScriptLocation = Fact("script")!, Command = Fact("command")
                    ?? "glueetl", PythonVersion = Fact("pythonVersion"),
                Description = Fact("description"), GlueVersion = Fact("glueVersion"), WorkerType = Fact("workerType"),
                    NumberOfWorkers = Number("numberOfWorkers"),
                MaxRetries = Number("maxRetries"), Timeout = Number("timeout"), MaxConcurrentRuns = Number("maxConcurrentRuns"),
                    DefaultArguments = after.Part(Argument),
            }, cancellationToken);
        }

        string? Changed(string fact) => change.Set.GetValueOrDefault(fact);
        int? ChangedNumber(string fact) => Changed(fact) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        var arguments = StateItem.PartOf(change.Set, Argument).ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        foreach (var gone in change.Unset.Where(fact => fact.StartsWith(Argument, StringComparison.Ordinal)))
            arguments[gone[Argument.Length..]] = null;
        return new JobEditor(connection).ChangeAsync(new JobChange
        {
            Name = name, Role = Changed("role"), ScriptLocation = Changed("script"), PythonVersion = Changed("pythonVersion"),
            Description = Changed("description")
                ?? (change.Unset.Contains("description") ? "" : null), GlueVersion = Changed("glueVersion"),
            WorkerType = Changed("workerType"), NumberOfWorkers = ChangedNumber("numberOfWorkers"),
                MaxRetries = ChangedNumber("maxRetries"),
            Timeout = ChangedNumber("timeout"), MaxConcurrentRuns = ChangedNumber("maxConcurrentRuns"),
                DefaultArguments = arguments.Count > 0 ? arguments : null,
        }, cancellationToken);
    }
}
