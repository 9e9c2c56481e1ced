using Amazon.Glue;
using Amazon.Glue.Model;

namespace LakeTools.Core.Glue;

/// <summary>The actions, the conditions and the events of a trigger after a change. UpdateTrigger replaces each of them whole.</summary>
internal static class TriggerParts
{
    private const string Succeeded = "SUCCEEDED";

    /// <summary>Jobs and crawlers that are named take the place of those there were; those that stay keep all that they have.</summary>
    public static List<Amazon.Glue.Model.Action> Actions(List<Amazon.Glue.Model.Action> old, TriggerChange change)
    {
        if (change is { JobName: null, CrawlerName: null, Arguments: null }) return old;
        var jobs = old.FindAll(action => action.JobName is not null);
        var crawlers = old.FindAll(action => action.CrawlerName is not null);
        if (change.JobName is { } names)
            jobs = GlueChange.Named(jobs, names, action => action.JobName, name => new() { JobName = name }, change.IsExact);
        if (change.CrawlerName is { } others)
        {
            crawlers = GlueChange.Named(
                crawlers, others, action => action.CrawlerName, name => new() { CrawlerName = name }, change.IsExact);
        }

        if (change.Arguments is { } arguments)
            foreach (var action in jobs) action.Arguments = arguments.Count == 0 ? null : arguments.ToDictionary();
        return [.. jobs, .. crawlers];
    }

    /// <summary>
    /// Conditions that are not named stay. A state is that of the jobs or crawlers that are named with it; if none are, or if a definition
    /// states it, it is that of all.
    /// </summary>
    public static Predicate? Predicate(Predicate? old, TriggerChange change)
    {
        if (change is { AfterJobName: null, AfterCrawlerName: null, AfterState: null, Any: null, Condition: null }) return old;
        if (change.Condition is { } texts)
        {
            return new Predicate
            {
                Logical = change.Any == true ? Logical.ANY : Logical.AND,
                Conditions = [.. texts.Select(TriggerCondition.Read).OfType<Condition>()],
            };
        }

        var was = old?.Conditions ?? [];
        var state = change.AfterState ?? was.Select(condition => condition.State?.Value ?? condition.CrawlState?.Value).FirstOrDefault()
            ?? Succeeded;
        var isOfAll = change.IsExact || change is { AfterJobName: null, AfterCrawlerName: null };
        if (old is null && change is { AfterJobName: null, AfterCrawlerName: null, AfterState: null }) return null;
        return new Predicate
        {
            Logical = change.Any switch { true => Logical.ANY, false => Logical.AND, null => old?.Logical ?? Logical.AND },
            Conditions =
            [
                .. Of(condition => condition.JobName, change.AfterJobName,
                    job => new() { LogicalOperator = LogicalOperator.EQUALS, JobName = job, State = state }),
                .. Of(condition => condition.CrawlerName, change.AfterCrawlerName,
                    crawler => new() { LogicalOperator = LogicalOperator.EQUALS, CrawlerName = crawler, CrawlState = state }),
            ],
        };

        IEnumerable<Condition> Of(Func<Condition, string?> nameOf, IReadOnlyList<string>? names, Func<string, Condition> make)
        {
            var there = was.FindAll(condition => nameOf(condition) is not null);
            if (change.AfterState is not null && (isOfAll || names is not null))
                return (names ?? [.. there.Select(condition => nameOf(condition)!).Distinct()]).Select(make);
            return names is null ? there : GlueChange.Named(there, names, nameOf, make, change.IsExact);
        }
    }

    /// <summary>What is not named stays.</summary>
    public static EventBatchingCondition? Events(EventBatchingCondition? old, TriggerChange change) =>
        change is { EventBatchSize: null, EventBatchWindow: null } ? old : new EventBatchingCondition
        {
            BatchSize = change.EventBatchSize ?? old?.BatchSize,
            BatchWindow = change.EventBatchWindow ?? old?.BatchWindow,
        };
}
