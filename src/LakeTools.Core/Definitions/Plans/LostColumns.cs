using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Plans;

/// <summary>
/// The columns that tables lose in a plan. Lake Formation keeps the grants and the LF-Tags of a column that no longer exists, does not
/// remove them, and applies them to a later column of that name. What a plan takes from such columns goes before the columns do.
/// </summary>
/// <param name="steps">The steps of the plan.</param>
internal sealed class LostColumns(IEnumerable<StateChange> steps)
{
    private readonly Dictionary<LakeResource, (HashSet<string> Gone, HashSet<string> Stay)> _columns = steps
        .Where(step => Of(step).Any()).GroupBy(step => TableOf(step.Item)).ToDictionary(
            table => table.Key,
            table => (table.SelectMany(Of).ToHashSet(StringComparer.Ordinal),
                Names(table.First().Before!).Intersect(Names(table.Last().After!)).ToHashSet(StringComparer.Ordinal)));

    /// <summary>Whether a step takes columns from the table of a grant or of LF-Tags on columns.</summary>
    public static bool Concern(StateChange table, StateItem item) =>
        item.Resource is { Kind: ResourceKind.Columns } && Of(table).Any() && TableOf(item) == TableOf(table.Item);

    /// <summary>Splits a step that takes something away.</summary>
    /// <param name="step">The step.</param>
    /// <returns>What it takes of such columns, and the rest. Null for nothing.</returns>
    public (StateChange? Early, StateChange? Late) SplitTaken(StateChange step)
    {
        if (step.Item.Resource is not { Kind: ResourceKind.Columns } resource
            || !_columns.TryGetValue(TableOf(step.Item), out var columns)) return (null, step);
        return resource.ColumnNames.Concat(resource.ExcludedColumnNames).Any(columns.Gone.Contains) ? (step, null)
            : Split(step, step.Unset, columns.Gone, (held, early) => held.Except(early));
    }

    /// <summary>Splits a grant. A principal that gets columns in place of those that go gets them first.</summary>
    /// <param name="step">The step.</param>
    /// <returns>What it gives on columns that such a table has and keeps, and the rest. Null for nothing.</returns>
    public (StateChange? Early, StateChange? Late) SplitGiven(StateChange step) =>
        step.Item is { Key.Kind: StateKind.Grant, Resource.Kind: ResourceKind.Columns }
            && _columns.TryGetValue(TableOf(step.Item), out var columns)
            ? Split(step, [.. step.Set.Keys], columns.Stay, (held, early) => held.Union(early)) : (null, step);

    private static (StateChange? Early, StateChange? Late) Split(StateChange step, IReadOnlyList<string> changed, HashSet<string> columns,
        Func<IEnumerable<string>, IEnumerable<string>, IEnumerable<string>> apply)
    {
        var early = changed.Where(fact => GrantFacts.SlotOf(fact) is { } column && columns.Contains(column)).ToList();
        if (early.Count == 0) return (null, step);
        if (early.Count == changed.Count) return (step, null);
        var between = GrantFacts.With(step.Item, apply(step.Before?.Facts.Keys ?? [], early));
        return (step with { After = between },
            step with { Before = between, Action = step.Action == PlanAction.Create ? PlanAction.Change : step.Action });
    }

    private static IEnumerable<string> Of(StateChange step) =>
        step is { Item.Key.Kind: StateKind.Table, Before: { } before, After: { } after } ? Names(before).Except(Names(after)) : [];

    private static IEnumerable<string> Names(StateItem table) => new[] { TableFacts.Columns, TableFacts.Partitions }
        .SelectMany(fact => ColumnList.Read(table.Facts.GetValueOrDefault(fact))).Select(column => column.Name);

    private static LakeResource TableOf(StateItem item) =>
        LakeResource.Table(item.Resource!.DatabaseName!, item.Resource.TableName!, item.Resource.CatalogId);
}
