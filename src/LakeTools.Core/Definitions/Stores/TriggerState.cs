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
    // A fact of triggers whose jobs or conditions differ from each other, which no definition says.
    private const string Rest = "rest";
    private const string IsOn = "enabled";

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
        { "jobs", Shapes.TextList, item => item.JobName, (change, names) => change with { JobName = names ?? [] },
            Fact.Optional, "The jobs that it starts." },
        { "crawlers", Shapes.TextList, item => item.CrawlerName, (change, names) => change with { CrawlerName = names ?? [] },
            Fact.Optional, "The crawlers that it starts." },
        {
            "arguments", new TextMap("argument.", JobArguments.Add),
            item => TextMap.Of(item.Argument),
            (change, pairs) => change with { Arguments = Merged(change.Arguments, pairs) },
            Fact.Optional, "What its jobs get."
        },
        { "afterJobs", Shapes.TextList, item => item.AfterJobName, (change, names) => change with { AfterJobName = names ?? [] },
            Fact.Optional, "The jobs that must have ended." },
        {
            "afterCrawlers", Shapes.TextList, item => item.AfterCrawlerName,
            (change, names) => change with { AfterCrawlerName = names ?? [] }, Fact.Optional, "The crawlers that must have ended."
        },
        {
            "afterState", Shapes.Words("SUCCEEDED", "FAILED", "STOPPED", "TIMEOUT", "CANCELLED"), item => item.AfterState,
            (change, state) => change with { AfterState = state }, Fact.Optional, "How they must have ended."
        },
        {
            "any", Shapes.Switch, item => item.Logical == "ANY", (change, any) => change with { Any = any ?? false },
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
            var facts = Facts.Of(item);
            foreach (var part in TriggerService.NotShown(item)) scope.LeftOut?.Add(part, Kind, item.Name);
            yield return new StateItem(
                new StateKey(Kind, item.Name),
                item.IsUniform
                    ? facts
                    : StateItem.FactsOf([.. facts.Select(fact => (fact.Key, (string?)fact.Value)), (Rest, "true")]));
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
            await service.CreateAsync(wanted, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (change.Set.Keys.Concat(change.Unset).FirstOrDefault(fact => fact is "type" or "workflow") is { } kept)
            throw Fault.TriggerFixed(name, kept);
        var changed = Facts.Change(new TriggerChange { Name = name, IsExact = true }, change);
        if (changed.Arguments is not null)
            changed = changed with { Arguments = after.Part("argument.") };
        await service.ChangeAsync(TriggerService.Check(changed with { StartOnCreation = false }), cancellationToken).ConfigureAwait(false);
        if (!change.Set.TryGetValue(IsOn, out var on)) return;
        if (bool.Parse(on)) await service.StartAsync(name, cancellationToken).ConfigureAwait(false);
        else await service.StopAsync(name, cancellationToken).ConfigureAwait(false);
    }

    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string>? old, IReadOnlyDictionary<string, string?> pairs)
    {
        var merged = new Dictionary<string, string>(old ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
            if (value is not null) merged[key] = value;
        return merged;
    }
}
