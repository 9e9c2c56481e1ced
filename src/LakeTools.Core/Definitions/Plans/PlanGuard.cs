using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Plans;

/// <summary>Refuses plans that take away more than somebody is likely to want.</summary>
internal static class PlanGuard
{
    private const int FewGrants = 10;
    private const double Much = 0.3;

    public static void Check(LakePlan plan, string caller)
    {
        var removed = plan.Steps.Where(step => step.Action == PlanAction.Remove).ToList();
        var owned = plan.Actual.Items.Count(item => item.Key.Kind == StateKind.Grant && plan.Content.Owned.Owns(item));
        var lost = removed.Count(step => step.Item.Key.Kind == StateKind.Grant);
        if (owned >= FewGrants && lost > owned * Much)
            throw Fault.PlanRemovesMuch(plan, lost, owned);
        var administrators = plan.Actual.Items.Count(item => item.Key.Kind == StateKind.Administrator);
        var gone = removed.Where(step => step.Item.Key.Kind == StateKind.Administrator).Select(step => step.Item.Key.Id).ToList();
        if (gone.Count > 0 && (gone.Count == administrators || gone.Contains(caller)))
            throw Fault.PlanRemovesAdministrator(plan, string.Join(", ", gone));
    }
}
