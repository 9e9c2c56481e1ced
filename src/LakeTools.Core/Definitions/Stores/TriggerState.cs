using System.Runtime.CompilerServices;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Glue;
using LakeTools.Core.Jobs.Properties;
using LakeTools.Core.Secrets;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The triggers of Glue.</summary>
internal sealed class TriggerState(LakeConnection connection) : IStateStore
{
    private const string IsOn = "enabled";
    private const string Jobs = "jobs";
    private const string Crawlers = "crawlers";
    private const string Argument = "argument.";
    private const string AfterJobs = "afterJobs";
    private const string AfterCrawlers = "afterCrawlers";
    private const string AfterState = "afterState";
    private const string Any = "any";
    private const string Job = "job";
    private const string Crawler = "crawler";

    /// <summary>A trigger's properties. A removed property that a change cannot remove stays.</summary>
    public static ServiceFacts<LakeGlueTrigger, TriggerChange> Facts { get; } = new()
    {
        {
            "type", Shapes.Words("SCHEDULED", "CONDITIONAL", "ON_DEMAND", "EVENT"), item => item.Type,
            (change, type) => change with { Type = type }, Fact.Required, "What starts it."
        },
        {
            IsOn, Shapes.Truth, item => item.State is "ACTIVATED" or "ACTIVATING",
            (change, value) => change with { StartOnCreation = value == true }, Fact.Optional, "Whether it is on."
        },
        {
            "description", Shapes.Text, item => item.Description, (change, text) => change with { Description = text ?? "" },
            Fact.Optional, "What it does."
        },
        {
            "schedule", Shapes.Checked(GlueSchedule.Check), item => item.Schedule,
            (change, text) => change with { Schedule = text }, Fact.Optional, "In UTC, such as cron(15 12 * * ? *)."
        },
        { Jobs, Shapes.TextList, item => item.JobName, (change, names) => change with { JobName = names ?? [] },
            Fact.Optional, "The jobs that it starts." },
        { Crawlers, Shapes.TextList, item => item.CrawlerName, (change, names) => change with { CrawlerName = names ?? [] },
            Fact.Optional, "The crawlers that it starts." },
        {
            "arguments", new TextMap(Argument, JobArguments.Add),
            item => TextMap.Of(Common(item)),
            (change, pairs) => change with { Arguments = Merged(change.Arguments, pairs) },
            Fact.Optional, "What its jobs get."
        },
        {
            AfterJobs, Shapes.TextList, item => [.. item.AfterJob.Select(after => after.Name)],
            (change, names) => change with { AfterJobName = names ?? [] },
            Fact.Optional, "The jobs that must have ended."
        },
        {
            AfterCrawlers, Shapes.TextList, item => [.. item.AfterCrawler.Select(after => after.Name)],
            (change, names) => change with { AfterCrawlerName = names ?? [] }, Fact.Optional, "The crawlers that must have ended."
        },
        {
            AfterState, Shapes.Words("SUCCEEDED", "FAILED", "STOPPED", "TIMEOUT", "CANCELLED"),
            item => States(item).Distinct().ToList() is [var state] ? state : null,
            (change, state) => change with { AfterState = state }, Fact.Optional, "How they must have ended."
        },
        {
            Any, Shapes.Switch, item => item.Logical == "ANY", (change, any) => change with { Any = any ?? false },
            Fact.Optional, "The end of one of them is enough."
        },
        {
            "eventBatchSize", Shapes.Number(1, 100), item => item.EventBatchSize, (change, count) => change with { EventBatchSize = count },
            Fact.Optional, "How many events start it."
        },
        {
            "eventBatchWindow", Shapes.Number(1, 900), item => item.EventBatchWindow,
            (change, seconds) => change with { EventBatchWindow = seconds }, Fact.Optional, "Seconds."
        },
        {
            "workflow", Shapes.Word, item => item.WorkflowName, (change, name) => change with { WorkflowName = name },
            Fact.Optional, "The workflow that it is part of, which must be there; of a new trigger only."
        },
    };

    public StateKind Kind => StateKind.Trigger;

    /// <summary>Refuses a trigger that Glue does not take, before any call.</summary>
    public static void Check(string name, IReadOnlyDictionary<string, string> facts)
    {
        var trigger = Facts.Make(new TriggerChange { Name = name }, facts);
        if (trigger.Arguments is { } arguments) JobArguments.CheckNoSecret(arguments, SecretGuard.Process);
        TriggerService.Check(trigger);
    }

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        await foreach (var item in new TriggerService(connection).FindAsync("*", null, cancellationToken).ConfigureAwait(false))
        {
            var key = new StateKey(Kind, item.Name);
            scope.Name(key, item.Further, after => TriggerParts.NotShown(item.Actions, StartsOf(after)));
            yield return new StateItem(
                key,
                StateItem.FactsOf([.. Facts.Of(item).Select(fact => (fact.Key, (string?)fact.Value)), .. Separate(item)]));
        }
    }

    // Whether it is on is not changed with the rest.
    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var service = new TriggerService(connection);
        var name = change.Item.Key.Id;
        if (change.After is not { } after)
        {
            await service.RemoveAsync(name, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (change.Before is null)
        {
            var wanted = TriggerService.Check(Facts.Make(new TriggerChange { Name = name }, after.Facts));
            wanted = wanted with { Start = StartsOf(after), Condition = Conditions(after) is { Count: > 0 } all ? all : null };
            await service.CreateAsync(wanted, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (change.Set.Keys.Concat(change.Unset).FirstOrDefault(fact => fact is "type" or "workflow") is { } kept)
            throw Fault.TriggerFixed(name, kept);
        var changed = Facts.Change(new TriggerChange { Name = name }, change) with
        {
            StartOnCreation = false,
            JobName = null,
            CrawlerName = null,
            Arguments = null,
            AfterJobName = null,
            AfterCrawlerName = null,
            AfterState = null,
            Any = null,
        };
        if (Has(change, Jobs, Crawlers, Argument)) changed = changed with { Start = StartsOf(after) };
        if (Has(change, AfterJobs, AfterCrawlers, AfterState, Any))
            changed = changed with { Condition = Conditions(after), Any = after.Facts.ContainsKey(Any) };
        await service.ChangeAsync(TriggerService.Check(changed), cancellationToken).ConfigureAwait(false);
        if (!change.Set.TryGetValue(IsOn, out var on)) return;
        if (bool.Parse(on)) await service.StartAsync(name, cancellationToken).ConfigureAwait(false);
        else await service.StopAsync(name, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The jobs and crawlers that a trigger starts, each job with its arguments.</summary>
    public static IReadOnlyList<TriggerStart> StartsOf(StateItem item)
    {
        var common = item.Part(Argument);
        var own = item.Part(SeparateFact.Of(Argument)).ToDictionary(pair => pair.Key, pair => FactJson.Lists(pair.Value).ToList());
        return
        [
            .. Shapes.ListOf(item.Facts.GetValueOrDefault(Jobs)).Select(job => new TriggerStart(
                job, null, Merged(common, own.ToDictionary(pair => pair.Key, pair => Taken(pair.Value, job)?.ElementAtOrDefault(1))))),
            .. Shapes.ListOf(item.Facts.GetValueOrDefault(Crawlers))
                .Select(crawler => new TriggerStart(null, crawler, StateItem.FactsOf())),
        ];
    }

    // A condition without a state of its own has that of all; a new one beside conditions with different states is that of a success.
    private static List<string> Conditions(StateItem item)
    {
        var own = item.Facts.GetValueOrDefault(SeparateFact.Of(AfterState)) is { } text ? FactJson.Lists(text).ToList() : [];
        var common = item.Facts.GetValueOrDefault(AfterState) ?? "SUCCEEDED";
        return [.. Of(AfterJobs, Job), .. Of(AfterCrawlers, Crawler)];

        IEnumerable<string> Of(string fact, string what) => Shapes.ListOf(item.Facts.GetValueOrDefault(fact)).Select(name =>
            TriggerCondition.Text(what, name, Taken(own, what, name) is [_, _, { Length: > 0 } state] ? state : common));
    }

    // The values of a job or crawler, which are taken once: a trigger can name it several times.
    private static string[]? Taken(List<string[]> separate, params string[] names)
    {
        var index = separate.FindIndex(values => values.Take(names.Length).SequenceEqual(names));
        if (index < 0) return null;
        var found = separate[index];
        separate.RemoveAt(index);
        return found;
    }

    private static bool Has(StateChange change, params string[] facts) => change.Set.Keys.Concat(change.Unset)
        .Select(name => SeparateFact.Property(name) ?? name)
        .Any(name => facts.Contains(name) || (facts.Contains(Argument) && name.StartsWith(Argument, StringComparison.Ordinal)));

    // The arguments that all jobs have.
    private static Dictionary<string, string> Common(LakeGlueTrigger trigger) => Arguments(trigger)
        .Where(values => values.Select(job => job.Value).Distinct().Count() == 1)
        .ToDictionary(values => values.Key, values => values.First().Value!, StringComparer.Ordinal);

    // Each argument with its value for each job; null for a job without it.
    private static IEnumerable<IGrouping<string, (string Job, string? Value)>> Arguments(LakeGlueTrigger trigger)
    {
        var jobs = trigger.Start.Where(start => start.JobName is not null).ToList();
        return jobs.SelectMany(job => job.Argument.Keys).Distinct(StringComparer.Ordinal)
            .SelectMany(key => jobs.Select(job => (Key: key, Job: (job.JobName!, job.Argument.GetValueOrDefault(key)))))
            .GroupBy(pair => pair.Key, pair => pair.Job, StringComparer.Ordinal);
    }

    private static IEnumerable<string?> States(LakeGlueTrigger trigger) =>
        trigger.AfterJob.Concat(trigger.AfterCrawler).Select(after => after.State);

    // What differs from job to job, and from condition to condition.
    private static IEnumerable<(string, string?)> Separate(LakeGlueTrigger trigger)
    {
        foreach (var values in Arguments(trigger).Where(values => values.Select(job => job.Value).Distinct().Count() > 1))
            yield return (SeparateFact.Of(Argument + values.Key),
                FactJson.Write(values.Select(job => job.Value is { } value ? new[] { job.Job, value } : [job.Job])));
        if (States(trigger).Distinct().Count() > 1)
            yield return (SeparateFact.Of(AfterState), FactJson.Write([
                .. trigger.AfterJob.Select(after => new[] { Job, after.Name, after.State ?? "" }),
                .. trigger.AfterCrawler.Select(after => new[] { Crawler, after.Name, after.State ?? "" })]));
    }

    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string>? old, IReadOnlyDictionary<string, string?> pairs)
    {
        var merged = new Dictionary<string, string>(old ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
            if (value is not null) merged[key] = value;
        return merged;
    }
}
