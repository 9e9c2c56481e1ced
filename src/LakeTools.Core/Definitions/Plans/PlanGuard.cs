using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Plans;

/// <summary>Refuses plans that remove more than somebody is likely to want.</summary>
internal static class PlanGuard
{
    private const int Few = 10;
    private const double Much = 0.3;

    /// <summary>Checks the numbers of every kind, and the administrators.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="caller">The ARN of the principal who publishes, or of its session.</param>
    /// <param name="covers">Whether things of a kind may go in any number.</param>
    /// <exception cref="LakeException"><c>PlanRemovesMuch</c>, <c>PlanRemovesAdministrator</c>.</exception>
    public static void Check(LakePlan plan, string caller, Func<StateKind, bool> covers)
    {
        // A grant on columns of which some go has two steps.
        var removed = plan.Steps.Where(step => step.Action == PlanAction.Remove).DistinctBy(step => step.Item.Key).ToList();
        foreach (var kind in removed.Select(step => step.Item.Key.Kind).Distinct().Where(kind => !covers(kind)))
        {
            var owned = plan.Actual.Items.Count(item => item.Key.Kind == kind && plan.Content.Owned.Owns(item));
            var lost = removed.Count(step => step.Item.Key.Kind == kind);
            if (owned >= Few && lost > owned * Much) throw Fault.PlanRemovesMuch(plan, lost, owned, kind);
        }

        if (covers(StateKind.Administrator)) return;
        var administrators = plan.Actual.Items.Count(item => item.Key.Kind == StateKind.Administrator);
        var gone = removed.Where(step => step.Item.Key.Kind == StateKind.Administrator).Select(step => step.Item.Key.Id).ToList();
        if (gone.Count > 0 && (gone.Count == administrators || gone.Exists(id => LakePrincipal.IsSame(id, caller))))
            throw Fault.PlanRemovesAdministrator(plan, string.Join(", ", gone));
    }
}
