using LakeTools.Core.Definitions.Plans;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>
/// The settings of what a plan removes that a definition cannot express, so that a restore does not recover them. An export names the
/// same settings as left out.
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
        var gone = new LakeState(plan.Steps.Where(step => step.After is null && s_kinds.Contains(step.Item.Key.Kind))
            .Select(step => step.Item));
        if (gone.Items.Count == 0) return left;
        var scope = new StateScope(gone, Ownership.None) { LeftOut = left };
        await reader.ReadAsync(scope, null, cancellationToken).ConfigureAwait(false);
        return left;
    }
}
