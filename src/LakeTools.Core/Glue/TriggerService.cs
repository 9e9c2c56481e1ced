using System.Runtime.CompilerServices;
using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Jobs;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Glue;

/// <summary>Makes, finds, changes, turns on and off, and removes triggers.</summary>
/// <param name="connection">The lake.</param>
public sealed class TriggerService(LakeConnection connection)
{
    private const string Scheduled = "SCHEDULED";
    private const string Conditional = "CONDITIONAL";
    private const string OnDemand = "ON_DEMAND";
    private const string Event = "EVENT";

    private IAmazonGlue Client => connection.Clients.Glue;

    /// <summary>Checks all that can be checked of a trigger before a call.</summary>
    /// <param name="change">The trigger; its type where it is new.</param>
    /// <returns>The trigger with its schedule as Glue takes it.</returns>
    /// <exception cref="LakeException"><c>ScheduleInvalid</c>, <c>TriggerIncomplete</c>.</exception>
    public static TriggerChange Check(TriggerChange change)
    {
        if (change.Type is { } type)
        {
            var after = (change.AfterJobName?.Count ?? 0) + (change.AfterCrawlerName?.Count ?? 0) + (change.Condition?.Count ?? 0);
            if ((change.JobName?.Count ?? 0) + (change.CrawlerName?.Count ?? 0) == 0)
                throw Fault.TriggerIncomplete(change.Name, "it starts nothing", "Specify -JobName or -CrawlerName");
            if (type == Scheduled && change.Schedule is not { Length: > 0 })
                throw Fault.TriggerIncomplete(change.Name, $"a trigger of type {type} has no schedule",
                    "Specify -Schedule, such as 'cron(15 12 * * ? *)'");
            if (type == Conditional && after == 0)
                throw Fault.TriggerIncomplete(change.Name, $"a trigger of type {type} has no conditions",
                    "Specify -AfterJobName or -AfterCrawlerName");
            CheckType(change, type);
            CheckArguments(change, change.JobName?.Count ?? 0);
            if (change.StartOnCreation && type is OnDemand)
                throw Fault.TriggerIncomplete(change.Name, "a trigger on demand cannot be turned on", "Start-LakeGlueTrigger starts it");
        }

        if (change.Condition?.FirstOrDefault(text => TriggerCondition.Read(text) is null) is { } unread)
            throw Fault.TriggerIncomplete(
                change.Name, $"'{unread}' is no condition", "-AfterJobName and -AfterCrawlerName give conditions");
        if (change is { EventBatchWindow: not null, EventBatchSize: null, Type: not null })
            throw Fault.TriggerIncomplete(change.Name, "it has a window for events and no number of them", "Specify -EventBatchSize");
        return change with { Schedule = GlueSchedule.Check(change.Schedule) };
    }

    // What triggers of a type do not have. Glue accepts and ignores it.
    private static void CheckType(TriggerChange change, string type)
    {
        if (type != Scheduled && change.Schedule is { Length: > 0 })
            throw Fault.TriggerIncomplete(change.Name, $"a trigger of type {type} has no schedule",
                "-Schedule requires the type Scheduled");
        if (type != Conditional && (change.AfterJobName?.Count > 0 || change.AfterCrawlerName?.Count > 0 || change.Condition?.Count > 0
            || change.AfterState is not null || change.Any == true))
        {
            throw Fault.TriggerIncomplete(change.Name, $"a trigger of type {type} has no conditions",
                "-AfterJobName, -AfterCrawlerName, -AfterState and -Any require the type Conditional");
        }

        if (type != Event && change is not { EventBatchSize: null, EventBatchWindow: null })
            throw Fault.TriggerIncomplete(change.Name, $"a trigger of type {type} waits for no events",
                "-EventBatchSize and -EventBatchWindow require the type Event");
    }

    private static void CheckArguments(TriggerChange change, int jobs)
    {
        if (change.Arguments is { Count: > 0 } && jobs == 0)
            throw Fault.TriggerIncomplete(change.Name, "it has arguments and starts no job", "-Argument requires -JobName");
    }

    // What can be checked of a change only with the trigger.
    private static void CheckChange(TriggerChange change, Trigger old)
    {
        CheckType(change, old.Type.Value);
        CheckArguments(change, change.JobName?.Count ?? (old.Actions ?? []).Count(action => action.JobName is not null));
        if (change is { EventBatchWindow: not null, EventBatchSize: null } && old.EventBatchingCondition?.BatchSize is null)
            throw Fault.TriggerIncomplete(change.Name, "it has a window for events and no number of them", "Specify -EventBatchSize");
    }

    /// <summary>The further properties of a trigger, as text.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <returns>The words; none where the properties are all.</returns>
    public static IReadOnlyList<string> NotShown(LakeGlueTrigger trigger) =>
        [.. trigger.HasOwnArguments ? ["arguments of single jobs"] : Array.Empty<string>(), .. trigger.Further, .. trigger.Unknown];

    /// <summary>Makes a trigger.</summary>
    /// <param name="change">The trigger, checked by <see cref="Check"/>.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The trigger as Glue has it.</returns>
    /// <exception cref="LakeException"><c>TriggerExists</c>, <c>TriggerNeedsMissing</c>.</exception>
    public async Task<Written<LakeGlueTrigger>> CreateAsync(TriggerChange change, CancellationToken cancellationToken)
    {
        var request = new CreateTriggerRequest
        {
            Name = change.Name,
            Type = change.Type,
            Schedule = change.Schedule is { Length: > 0 } schedule ? schedule : null,
            Actions = TriggerParts.Actions([], change),
            Predicate = TriggerParts.Predicate(null, change),
            Description = change.Description,
            WorkflowName = change.WorkflowName,
            StartOnCreation = change.StartOnCreation ? true : null,
            EventBatchingCondition = TriggerParts.Events(null, change),
            Tags = GlueChange.NotEmpty(GlueChange.Merged(null, change.Tags)),
        };
        await GlueChange.CallAsync(
            () => LostAnswers.MakeAsync(
                () => Client.CreateTriggerAsync(request, cancellationToken),
                request,
                async () => await ReadAsync(change.Name, cancellationToken).ConfigureAwait(false)),
            cause => Fault.TriggerNeedsMissing(change.Name, cause.Message, inner: cause),
            cause => Fault.TriggerExists(change.Name, inner: cause)).ConfigureAwait(false);
        return connection.Written(change.Name, $"The trigger '{change.Name}' was created",
            token => GetAsync(change.Name, token));
    }

    /// <summary>Changes a trigger. Glue replaces it whole, so what is not named is carried over.</summary>
    /// <param name="change">The change, checked by <see cref="Check"/>.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The trigger as Glue now has it.</returns>
    /// <exception cref="LakeException"><c>TriggerNotFound</c>, <c>TriggerNeedsMissing</c>, <c>TriggerIncomplete</c>,
    /// <c>ChangedPartly</c>.</exception>
    public async Task<Written<LakeGlueTrigger>> ChangeAsync(TriggerChange change, CancellationToken cancellationToken)
    {
        var isUpdate = change != new TriggerChange { Name = change.Name, Tags = change.Tags };
        if (isUpdate)
        {
            var old = await ReadAsync(change.Name, cancellationToken).ConfigureAwait(false);
            CheckChange(change, old);
            if (old.Type != Conditional) change = change with { Any = null }; // -Any:$false says what is so
            var update = new TriggerUpdate
            {
                Name = change.Name,
                Description = change.Description is { } text ? (text.Length == 0 ? null : text) : old.Description,
                Schedule = change.Schedule ?? old.Schedule,
                Actions = TriggerParts.Actions(old.Actions ?? [], change),
                Predicate = TriggerParts.Predicate(old.Predicate, change),
                EventBatchingCondition = TriggerParts.Events(old.EventBatchingCondition, change),
            };
            await GlueChange.CallAsync(
                () => Client.UpdateTriggerAsync(new UpdateTriggerRequest { Name = change.Name, TriggerUpdate = update }, cancellationToken),
                cause => Fault.TriggerNeedsMissing(change.Name, cause.Message, inner: cause),
                cause => Fault.TriggerExists(change.Name, inner: cause)).ConfigureAwait(false);
        }

        var changed = $"The trigger '{change.Name}' was changed";
        if (!isUpdate) await GetAsync(change.Name, cancellationToken).ConfigureAwait(false);
        if (change.Tags is { } tags)
            await new GlueTags(connection).ChangeAsync(
                "trigger/" + change.Name, tags, change.Name, isUpdate ? changed : null, cancellationToken).ConfigureAwait(false);
        return connection.Written(change.Name, changed, token => GetAsync(change.Name, token));
    }

    /// <summary>Reads one trigger by its name, or all that match a pattern.</summary>
    /// <param name="name">A name or pattern.</param>
    /// <param name="jobName">Only the triggers that start this job; all if null.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The triggers, page by page.</returns>
    /// <exception cref="LakeException"><c>TriggerNotFound</c>.</exception>
    public async IAsyncEnumerable<LakeGlueTrigger> FindAsync(string name, string? jobName,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pattern = new KeyPattern(name);
        if (!pattern.HasWildcards)
        {
            var one = await GetAsync(pattern.Prefix, cancellationToken).ConfigureAwait(false);
            if (jobName is null || one.JobName.Contains(jobName)) yield return one;
            else await RequireJobAsync(jobName, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        // Glue answers with all triggers where none starts the job, so the choice is made here.
        var isStarted = jobName is null;
        var pages = Client.Paginators.GetTriggers(new GetTriggersRequest()).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Triggers ?? [])
            {
                var trigger = ToTrigger(item);
                if (jobName is not null && !trigger.JobName.Contains(jobName)) continue;
                isStarted = true;
                if (pattern.IsMatch(item.Name)) yield return trigger;
            }
        }

        if (!isStarted) await RequireJobAsync(jobName!, cancellationToken).ConfigureAwait(false);
    }

    private Task RequireJobAsync(string name, CancellationToken cancellationToken) =>
        new JobService(connection).GetAsync(name, cancellationToken);

    /// <summary>Turns a trigger on; one on demand starts its jobs.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The trigger after the change.</returns>
    /// <exception cref="LakeException"><c>TriggerNotFound</c>, <c>AnswerLost</c>.</exception>
    public async Task<Written<LakeGlueTrigger>> StartAsync(string name, CancellationToken cancellationToken)
    {
        var trigger = await ReadAsync(name, cancellationToken).ConfigureAwait(false);
        var request = new StartTriggerRequest { Name = name };
        if (trigger.Type == OnDemand)
            SdkTries.Once(request, answer => Fault.AnswerLost(name, answer, string.Join(" and ", Started(trigger))));
        await CallAsync(name, () => LostAnswers.CallAsync(
            () => Client.StartTriggerAsync(request, cancellationToken),
            async () => (await ReadAsync(name, cancellationToken).ConfigureAwait(false)).State?.Value is "ACTIVATED" or "ACTIVATING"))
            .ConfigureAwait(false);
        return connection.Written(name, $"The trigger '{name}' was started",
            token => GetAsync(name, token));
    }

    /// <summary>Turns a trigger off.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The trigger after the change.</returns>
    /// <exception cref="LakeException"><c>TriggerNotFound</c>.</exception>
    public async Task<Written<LakeGlueTrigger>> StopAsync(string name, CancellationToken cancellationToken)
    {
        await CallAsync(name, () => LostAnswers.CallAsync(
            () => Client.StopTriggerAsync(new StopTriggerRequest { Name = name }, cancellationToken),
            async () => (await ReadAsync(name, cancellationToken).ConfigureAwait(false)).State?.Value is "DEACTIVATED" or "DEACTIVATING"))
            .ConfigureAwait(false);
        return connection.Written(name, $"The trigger '{name}' was turned off",
            token => GetAsync(name, token));
    }

    /// <summary>Removes a trigger. Glue succeeds where there is none; here that is an error, for it is mostly a mistyped name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>TriggerNotFound</c>.</exception>
    public async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        await GetAsync(name, cancellationToken).ConfigureAwait(false);
        await CallAsync(name, () => Client.DeleteTriggerAsync(new DeleteTriggerRequest { Name = name }, cancellationToken))
            .ConfigureAwait(false);
    }

    /// <summary>The output of a trigger.</summary>
    internal static LakeGlueTrigger ToTrigger(Trigger item) => new()
    {
        Name = item.Name,
        Description = item.Description,
        Type = item.Type?.Value,
        State = item.State?.Value,
        Schedule = item.Schedule,
        JobName = [.. (item.Actions ?? []).Where(action => action.JobName is not null).Select(action => action.JobName)],
        CrawlerName = [.. (item.Actions ?? []).Where(action => action.CrawlerName is not null).Select(action => action.CrawlerName)],
        Argument = (item.Actions ?? []).SelectMany(action => action.Arguments ?? []).GroupBy(pair => pair.Key)
            .ToDictionary(group => group.Key, group => group.First().Value),
        Condition = [.. Conditions(item).Select(TriggerCondition.Shown)],
        Logical = item.Predicate?.Logical?.Value,
        EventBatchSize = item.EventBatchingCondition?.BatchSize,
        EventBatchWindow = item.EventBatchingCondition?.BatchWindow,
        WorkflowName = item.WorkflowName,
        AfterJob = [.. Conditions(item).Where(condition => condition.JobName is not null)
            .Select(condition => (condition.JobName, condition.State?.Value))],
        AfterCrawler = [.. Conditions(item).Where(condition => condition.CrawlerName is not null)
            .Select(condition => (condition.CrawlerName, condition.CrawlState?.Value))],
        Start = [.. (item.Actions ?? []).Select(action => new TriggerStart(action.JobName, action.CrawlerName, action.Arguments ?? []))],
        Actions = item.Actions ?? [],
        HasOwnArguments = HasOwnArguments(item.Actions ?? []),
        Further = TriggerParts.NotShown(item.Actions ?? []),
        Unknown = [.. UnknownMembers.Names(item)],
    };

    private static List<Condition> Conditions(Trigger item) => item.Predicate?.Conditions ?? [];

    // The commands that show what a trigger started.
    private static IEnumerable<string> Started(Trigger trigger) => (trigger.Actions ?? [])
        .Select(action => action.JobName is { } job ? $"Get-LakeGlueJobRun '{job}'" : $"Get-LakeGlueCrawler '{action.CrawlerName}'")
        .Distinct();

    private static bool HasOwnArguments(List<Amazon.Glue.Model.Action> actions) => actions.Where(action => action.JobName is not null)
        .Select(action => string.Join('\n', (action.Arguments ?? []).OrderBy(pair => pair.Key, StringComparer.Ordinal)))
        .Distinct().Count() > 1;

    private static Task<T> CallAsync<T>(string name, Func<Task<T>> call) => GlueChange.CallAsync(
        call, cause => Fault.TriggerNotFound(name, inner: cause), cause => Fault.TriggerExists(name, inner: cause));

    private async Task<LakeGlueTrigger> GetAsync(string name, CancellationToken cancellationToken) =>
        ToTrigger(await ReadAsync(name, cancellationToken).ConfigureAwait(false));

    private async Task<Trigger> ReadAsync(string name, CancellationToken cancellationToken) =>
        (await CallAsync(name, () => Client.GetTriggerAsync(new GetTriggerRequest { Name = name }, cancellationToken))
            .ConfigureAwait(false)).Trigger;
}
