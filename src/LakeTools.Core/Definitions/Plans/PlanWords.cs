
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
        .SelectMany(fact => one.Key.Kind != StateKind.Table || fact.Key is not (TableFacts.Columns or TableFacts.Partitions)
            ? [(fact.Key, fact.Value)]
            : other is null ? [(fact.Key, string.Join(", ", ColumnList.Read(fact.Value).Select(column => $"{column.Name} {Type(column)}")))]
            : Columns(fact.Key, fact.Value, other.Facts.GetValueOrDefault(fact.Key))));

    // The columns that differ, each by itself, and the order of those that stay where it differs.
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
            return $"what account {item.Key.Id} shares is accepted{(step.Action == PlanAction.Keep ? " already" : "")}";
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
            return GrantFacts.Grants(step.Item).Select(grant => $"{who} keeps {grant.Permissions.ToText()} on {On(grant)}");
        if (step.Action == PlanAction.Remove)
        {
            return GrantFacts.ToRevoke(step.Before!, step.After).Select(grant => grant.Permissions == PermissionSet.None
                ? $"{who} may no longer pass on {PermissionRules.Shortest(grant.Grantable, grant.Resource).ToText()} on {On(grant)}"
                : $"{who} loses {PermissionRules.Shortest(grant.Permissions, grant.Resource).ToText()} on {On(grant)}");
        }

        return GrantFacts.ToGrant(step.Before, step.After!).Select(grant =>
            $"{who} gets {grant.Permissions.ToText()} on "
                + $"{On(grant)}{(grant.Grantable == PermissionSet.None ? "" : $", and may pass on {grant.Grantable.ToText()}")}");
    }

    private static string On(LakeGrant grant) => $"{grant.Resource}{LakeGrant.When(grant.Condition)}";

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
