
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Plans;

/// <summary>The text of a step of a plan: what is done with which resource.</summary>
internal static class PlanWords
{
    /// <summary>A step with its text and its values, as users see it.</summary>
    public static LakePlanChange Of(StateChange step) => new()
    {
        PlanAction = step.Action,
        StateKind = step.Item.Key.Kind,
        Target = step.Item.Key.Id,
        Before = step.Before is null || IsCounted(step) ? null : Facts(step.Before, step.After),
        After = step.After is null || IsCounted(step) ? null : Facts(step.After, step.Before),
        Reason = Reason(step),
    };

    /// <summary>A step for its error, which has the text of the whole step too.</summary>
    public static string Short(StateChange step) => step.Before is null || step.After is null || step.Item.Key.Kind == StateKind.Grant
        || IsCounted(step) ? Reason(step) : $"change {Thing(step.Item)}";

    private static IReadOnlyDictionary<string, string> Facts(StateItem one, StateItem? other) => StateItem.FactsOf(one.Facts
        .Where(fact => other?.Facts.GetValueOrDefault(fact.Key) != fact.Value)
        .SelectMany(fact => one.Key.Kind != StateKind.Table || fact.Key is not (TableFacts.Columns or TableFacts.Partitions)
            ? [(fact.Key, fact.Value)]
            : other is null ? [(fact.Key, string.Join(", ", ColumnList.Read(fact.Value).Select(column => $"{column.Name} {Type(column)}")))]
            : Columns(fact.Key, fact.Value, other.Facts.GetValueOrDefault(fact.Key))));

    // One entry for each column that differs, and one for the order of the other columns if it differs.
    private static IEnumerable<(string, string?)> Columns(string fact, string one, string? other)
    {
        var (columns, others) = (ColumnList.Read(one), ColumnList.Read(other));
        var noun = fact == TableFacts.Columns ? "column" : "partition key";
        foreach (var column in columns.Except(others)) yield return ($"{noun} {column.Name}", Type(column));
        var (names, otherNames) = (columns.Select(column => column.Name).ToList(), others.Select(column => column.Name).ToList());
        if (!names.Intersect(otherNames).SequenceEqual(otherNames.Intersect(names)))
            yield return ($"order of {fact}", string.Join(", ", names));
    }

    private static string Type(GlueColumn column) => column.Comment is null ? column.Type : $"{column.Type} ({column.Comment})";

    private static string Reason(StateChange step)
    {
        var item = step.Item;
        if (item.Key.Kind == StateKind.Grant) return string.Join("; ", Grants(step));
        if (item.Key.Kind == StateKind.Share)
            return $"{(step.Action == PlanAction.Keep ? "keep" : "accept")} the shares of account {item.Key.Id}";
        if (IsCounted(step)) return $"restore {step.Set.Count} of the {Thing(item)}";
        var thing = Thing(item);
        return step.Action switch
        {
            PlanAction.Create => $"create {thing}",
            PlanAction.Remove when step.After is null => $"remove {thing}",
            PlanAction.Keep => $"keep {thing}",
            _ => $"change {thing}: "
                + $"{string.Join(", ", step.Set.Keys.Select(Fact).Concat(step.Unset.Select(fact => "remove " + Fact(fact))))}",
        };
    }

    // Partitions and column statistics are counted: their values are not part of a plan.
    private static bool IsCounted(StateChange step) => step.Item.Key.Kind is StateKind.Partition or StateKind.ColumnStatistics;

    private static IEnumerable<string> Grants(StateChange step)
    {
        var who = step.Item.Principal!;
        who = who[(who.LastIndexOf(':') + 1)..];
        if (step.Action == PlanAction.Keep)
            return GrantFacts.Grants(step.Item).Select(grant => $"keep {grant.Permissions.ToText()} on {On(grant)} for {who}");
        if (step.Action == PlanAction.Remove)
        {
            return GrantFacts.ToRevoke(step.Before!, step.After).Select(grant => grant.Permissions == PermissionSet.None
                ? $"revoke the grant option for {PermissionRules.Shortest(grant.Grantable, grant.Resource).ToText()} on "
                    + $"{On(grant)} from {who}"
                : $"revoke {PermissionRules.Shortest(grant.Permissions, grant.Resource).ToText()} on {On(grant)} from {who}");
        }

        return GrantFacts.ToGrant(step.Before, step.After!).Select(grant =>
            $"grant {grant.Permissions.ToText()} on {On(grant)} to {who}"
                + (grant.Grantable == PermissionSet.None ? "" : $", with the grant option for {grant.Grantable.ToText()}"));
    }

    private static string On(LakeGrant grant) => $"{grant.Resource}{LakeGrant.When(grant.Condition)}";

    private static string Thing(StateItem item) => item.Key.Kind switch
    {
        StateKind.Setting => "settings",
        StateKind.ReadOnlyAdministrator => $"read-only administrator {item.Key.Id}",
        StateKind.TagAssignment => $"LF-Tags of {item.Key.Id}",
        StateKind.TagExpression => $"LF-Tag expression {item.Key.Id}",
        StateKind.Tag => $"LF-Tag {item.Key.Id}",
        StateKind.Partition => $"partitions of table {item.Key.Id}",
        StateKind.ColumnStatistics => $"column statistics of table {item.Key.Id}",
        StateKind.DataFilter => $"data filter {item.Key.Id}",
        StateKind.OptIn => $"opt-in of {item.Key.Id}",
        _ => $"{item.Key.Kind.ToString().ToLowerInvariant()} {item.Key.Id}",
    };

    private static string Fact(string name) => name.StartsWith("value.", StringComparison.Ordinal)
        || name.StartsWith("tag.", StringComparison.Ordinal) ? name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..] : name;
}
