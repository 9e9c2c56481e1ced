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
        if (change.Start is { } starts) return Exactly(old, starts);
        if (change is { JobName: null, CrawlerName: null, Arguments: null }) return old;
        var jobs = old.FindAll(action => action.JobName is not null);
        var crawlers = old.FindAll(action => action.CrawlerName is not null);
        if (change.JobName is { } names)
            jobs = GlueChange.Named(jobs, names, action => action.JobName, name => new() { JobName = name });
        if (change.CrawlerName is { } others)
            crawlers = GlueChange.Named(crawlers, others, action => action.CrawlerName, name => new() { CrawlerName = name });
        if (change.Arguments is { } arguments)
            foreach (var action in jobs) action.Arguments = arguments.Count == 0 ? null : arguments.ToDictionary();
        return [.. jobs, .. crawlers];
    }

    /// <summary>
    /// Conditions that are not named stay. A state is that of the jobs or crawlers that are named with it; if none are, it
    /// is that of all.
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
        var isOfAll = change is { AfterJobName: null, AfterCrawlerName: null };
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
            return names is null ? there : GlueChange.Named(there, names, nameOf, make);
        }
    }

    /// <summary>The settings of actions that a trigger does not show, as text.</summary>
    public static IReadOnlyList<string> NotShown(IReadOnlyList<Amazon.Glue.Model.Action> actions) =>
    [
        .. Any(actions, action => action.Timeout is not (null or 0), "timeouts of single jobs"),
        .. Any(actions, action => action.SecurityConfiguration is not null, "security configurations of single jobs"),
        .. Any(actions, action => action.NotificationProperty is not null, "notifications of single jobs"),
        .. Any(actions, action => action is { JobName: null, Arguments.Count: > 0 }, "arguments of crawlers"),
    ];

    /// <summary>The same of the actions that are not among those that stay.</summary>
    public static IReadOnlyList<string> NotShown(IEnumerable<Amazon.Glue.Model.Action> actions, IEnumerable<TriggerStart> staying)
    {
        var going = actions.ToList();
        foreach (var start in staying) _ = Take(going, start);
        return NotShown(going);
    }

    /// <summary>What is not named stays.</summary>
    public static EventBatchingCondition? Events(EventBatchingCondition? old, TriggerChange change) =>
        change is { EventBatchSize: null, EventBatchWindow: null } ? old : new EventBatchingCondition
        {
            BatchSize = change.EventBatchSize ?? old?.BatchSize,
            BatchWindow = change.EventBatchWindow ?? old?.BatchWindow,
        };

    private static IEnumerable<string> Any(IEnumerable<Amazon.Glue.Model.Action> actions, Func<Amazon.Glue.Model.Action, bool> isSet,
        string text) => actions.Any(isSet) ? [text] : [];

    // One action for each start, in their order. An action that is there keeps its timeout and the other settings of its own.
    private static List<Amazon.Glue.Model.Action> Exactly(List<Amazon.Glue.Model.Action> old, IReadOnlyList<TriggerStart> starts)
    {
        var left = old.ToList();
        return [.. starts.Select(start =>
        {
            var action = Take(left, start) ?? new() { JobName = start.JobName, CrawlerName = start.CrawlerName };
            if (action.JobName is not null) action.Arguments = start.Argument.Count == 0 ? null : start.Argument.ToDictionary();
            return action;
        })];
    }

    private static Amazon.Glue.Model.Action? Take(List<Amazon.Glue.Model.Action> actions, TriggerStart start)
    {
        var found = actions.Find(action => action.JobName == start.JobName && action.CrawlerName == start.CrawlerName);
        if (found is not null) actions.Remove(found);
        return found;
    }
}
