
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Plans;

/// <summary>Says a step of a plan in words.</summary>
internal static class PlanWords
{
    /// <summary>A step as people see it.</summary>
    public static LakePlanChange Of(StateChange step) => new()
    {
        PlanAction = step.Action,
        StateKind = step.Item.Key.Kind,
        Target = step.Item.Key.Id,
        Before = step.Before is null || IsCounted(step) ? null : Facts(step.Before, step.After),
        After = step.After is null || IsCounted(step) ? null : Facts(step.After, step.Before),
        Reason = Reason(step),
    };

    private static IReadOnlyDictionary<string, string> Facts(StateItem one, StateItem? other) => StateItem.FactsOf(one.Facts
        .Where(fact => other?.Facts.GetValueOrDefault(fact.Key) != fact.Value)
        .Select(fact => (fact.Key, (string?)(one.Key.Kind == StateKind.Table && fact.Key is TableFacts.Columns or TableFacts.Partitions
            ? ColumnList.Show(fact.Value) : fact.Value))));

    private static string Reason(StateChange step)
    {
        var item = step.Item;
        if (item.Key.Kind == StateKind.Grant) return string.Join("; ", Grants(step));
        if (IsCounted(step)) return $"{step.Set.Count} of the {Thing(item)} {(step.Set.Count == 1 ? "is" : "are")} put back";
        var thing = Thing(item);
        return step.Action switch
        {
            PlanAction.Create => $"{thing} is made",
            PlanAction.Remove when step.After is null => $"{thing} is taken away",
            PlanAction.Keep => $"{thing} stays",
            _ => $"{thing}: {string.Join(", ", step.Set.Keys.Select(Fact).Concat(step.Unset.Select(fact => "without " + Fact(fact))))}",
        };
    }

    // What a journal kept is as much as its table has of it.
    private static bool IsCounted(StateChange step) => step.Item.Key.Kind is StateKind.Partition or StateKind.ColumnStatistics;

    private static IEnumerable<string> Grants(StateChange step)
    {
        var who = step.Item.Principal!;
        who = who[(who.LastIndexOf(':') + 1)..];
        if (step.Action == PlanAction.Keep)
            return GrantFacts.Grants(step.Item).Select(grant => $"{who} keeps {grant.Permissions.ToText()} on {grant.Resource}");
        if (step.Action == PlanAction.Remove)
        {
            return GrantFacts.ToRevoke(step.Before!, step.After).Select(grant => grant.Permissions == PermissionSet.None
                ? $"{who} may no longer pass on {PermissionRules.Shortest(grant.Grantable, grant.Resource).ToText()} on {grant.Resource}"
                : $"{who} loses {PermissionRules.Shortest(grant.Permissions, grant.Resource).ToText()} on {grant.Resource}");
        }

        return GrantFacts.ToGrant(step.Before, step.After!).Select(grant =>
            $"{who} gets {grant.Permissions.ToText()} on "
                + $"{grant.Resource}{(grant.Grantable == PermissionSet.None ? "" : $", and may pass on {grant.Grantable.ToText()}")}");
    }

    private static string Thing(StateItem item) => item.Key.Kind switch
    {
        StateKind.Setting => "settings",
        StateKind.ReadOnlyAdministrator => $"read-only administrator {item.Key.Id}",
        StateKind.TagAssignment => $"LF-tags of {item.Key.Id}",
        StateKind.TagExpression => $"tag expression {item.Key.Id}",
        StateKind.Tag => $"LF-tag {item.Key.Id}",
        StateKind.Partition => $"partitions of table {item.Key.Id}",
        StateKind.ColumnStatistics => $"column statistics of table {item.Key.Id}",
        StateKind.DataFilter => $"data filter {item.Key.Id}",
        StateKind.OptIn => $"opt-in of {item.Key.Id}",
        _ => $"{item.Key.Kind.ToString().ToLowerInvariant()} {item.Key.Id}",
    };

    private static string Fact(string name) => name.StartsWith("value.", StringComparison.Ordinal)
        || name.StartsWith("tag.", StringComparison.Ordinal) ? name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..] : name;
}
