using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Plans;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>
/// The settings of what a plan removes, and of the parts that it takes from what it changes, that a definition cannot express, so that a
/// restore does not recover them. An export names the same settings as left out.
/// </summary>
internal static class UnsaidSettings
{
    // The kinds with such settings. A removed secret keeps its settings, and is restored with them.
    private static readonly HashSet<StateKind> s_kinds =
    [
        StateKind.Database, StateKind.Table, StateKind.Job, StateKind.Crawler, StateKind.Trigger, StateKind.Connection, StateKind.Catalog,
        StateKind.Role, StateKind.Bucket,
    ];

    /// <summary>Reads the resources that a plan removes again, with these settings.</summary>
    /// <param name="reader">Reads the lake.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The settings.</returns>
    public static async Task<LeftOut> OfAsync(StateReader reader, LakePlan plan, CancellationToken cancellationToken)
    {
        var left = new LeftOut();
        var steps = plan.Steps.Where(step => step.After is null ? s_kinds.Contains(step.Item.Key.Kind) : TakesParts(step)).ToList();
        if (steps.Count == 0) return left;
        var scope = new StateScope(new LakeState(steps.Select(step => step.Before!)), Ownership.None)
        {
            LeftOut = left,
            Staying = new LakeState(steps.Select(step => step.After).OfType<StateItem>()),
        };
        await reader.ReadAsync(scope, null, cancellationToken).ConfigureAwait(false);
        return left;
    }

    // Columns of a table, targets of a crawler, and jobs and crawlers that a trigger starts have settings of their own.
    private static bool TakesParts(StateChange step)
    {
        if (step is not { Action: PlanAction.Change, Before: { } before, After: { } after }) return false;
        return step.Item.Key.Kind switch
        {
            StateKind.Table => TableFacts.NamesIn(before.Facts).Except(TableFacts.NamesIn(after.Facts)).Any(),
            StateKind.Crawler => Loses(CrawlerState.TargetsOf(before), CrawlerState.TargetsOf(after), target => (target.Kind, target.Path)),
            StateKind.Trigger =>
                Loses(TriggerState.StartsOf(before), TriggerState.StartsOf(after), start => (start.JobName, start.CrawlerName)),
            _ => false,
        };

        static bool Loses<T, TName>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TName> nameOf) =>
            after.Count < before.Count || before.Select(nameOf).Except(after.Select(nameOf)).Any();
    }
}
