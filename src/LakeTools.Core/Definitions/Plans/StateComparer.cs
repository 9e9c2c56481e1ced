using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Rules.Names;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Rows;

namespace LakeTools.Core.Definitions.Plans;

/// <summary>Says what leads from one state to another. Pure, and the same for the same input.</summary>
/// <remarks>
/// A desired state says nothing of what it does not name: facts that only the lake has stay as they are, and so do things that nothing
/// asks for, unless they are owned. Of an owned thing what is asked for is all that there should be.
/// </remarks>
internal static class StateComparer
{
    /// <summary>Compares.</summary>
    /// <param name="actual">The actual state.</param>
    /// <param name="desired">The desired state.</param>
    /// <param name="owned">The items that may be removed.</param>
    /// <returns>A change for every thing of either state that is asked for or owned; sorted so that it can be carried out.</returns>
    public static IReadOnlyList<StateChange> Compare(LakeState actual, LakeState desired, Ownership owned)
    {
        var made = new List<StateChange>();
        var removed = new List<StateChange>();
        foreach (var wanted in desired.Items)
        {
            if (actual.Find(wanted.Key) is not { } there)
            {
                made.Add(new StateChange(PlanAction.Create, null, wanted));
                continue;
            }

            // Additions come first and removals last, so no principal lacks in between what it has before and after.
            var between = Put(there, wanted, there);
            var after = owned.OwnsFacts(there) ? Put(there, wanted)
                : owned.PartsOf(there) is { Count: > 0 } parts ? Put(there, wanted, Without(there, parts)) : between;
            if (there.Key.Kind == StateKind.Grant) between = GrantFacts.Between(there, between, after);
            if (there.Key.Kind == StateKind.Tag) between = TagState.Between(between, after, actual);
            var isChange = Widening.Knows(there.Key.Kind);
            if (isChange && !Same(there, after))
                between = Widening.Between(there, after, column => IsThere(column, there, actual, desired)) ?? after;
            if (!Same(there, between)) made.Add(new StateChange(PlanAction.Change, there, between));
            if (!Same(between, after))
                removed.Add(new StateChange(isChange ? PlanAction.Change : PlanAction.Remove, between, after));
            if (Same(there, after)) made.Add(new StateChange(PlanAction.Keep, there, there));
        }

        removed.AddRange(actual.Items.Where(item => desired.Find(item.Key) is null && owned.Owns(item))
            .Select(item => new StateChange(PlanAction.Remove, item, null)));
        return InOrder(made, removed);
    }

    // A replacement also removes, so it comes after all additions. LF-Tags go to columns before their
    // tables, and to tables before their databases: the values inherited in between are not wanted. An opt-in limits its
    // principal to granted permissions: it is removed before LF-Tags change, and added when all of them are there. Columns that go
    // lose their grants and LF-Tags right before their tables change.
    private static IReadOnlyList<StateChange> InOrder(List<StateChange> made, List<StateChange> removed)
    {
        var columns = new LostColumns(made.Concat(removed));
        var taken = removed.OrderByDescending(change => change.Item.Key).Select(columns.SplitTaken).ToList();
        var given = made.ConvertAll(columns.SplitGiven);
        var early = given.Concat(taken.OrderBy(parts => parts.Early?.Item.Key)).Select(parts => parts.Early).OfType<StateChange>();
        var late = given.Select(parts => parts.Late).OfType<StateChange>().ToList();
        var assigned = late.Where(change => change.Item.Key.Kind == StateKind.TagAssignment).Reverse();
        var optedIn = late.Where(IsOptIn);
        var others = late.Where(change => change.Item.Key.Kind != StateKind.TagAssignment && !IsOptIn(change));
        var back = taken.Select(parts => parts.Late).OfType<StateChange>().ToList();
        var inTheWay = InTheWay(made, back);
        back.RemoveAll(inTheWay.Contains);
        var fromTables = others.OrderBy(Replaces).ToLookup(change => change.Item.Key.Kind >= StateKind.Table || Replaces(change));
        return [.. inTheWay, .. fromTables[false], .. early, .. fromTables[true], .. back.Where(IsOptIn), .. assigned, .. optedIn,
            .. back.Where(change => !IsOptIn(change))];
    }

    // SELECT on some columns is granted beside no other permission on the table, nor the other way round: what excludes a grant
    // goes before it.
    private static HashSet<StateChange> InTheWay(List<StateChange> made, List<StateChange> back)
    {
        var coming = new PartialSelects();
        foreach (var change in made.Where(change => IsGrant(change) && change.Action != PlanAction.Keep))
            foreach (var grant in GrantFacts.ToGrant(change.Before, change.After!)) coming.Add(grant);
        return [.. back.Where(change => IsGrant(change) && GrantFacts.ToRevoke(change.Before!, change.After).Any(coming.Excludes))];
    }

    private static bool IsGrant(StateChange change) => change.Item.Key.Kind == StateKind.Grant;

    private static bool IsOptIn(StateChange change) => change.Item.Key.Kind == StateKind.OptIn;

    private static bool Replaces(StateChange change) => change.Action == PlanAction.Change && Widening.Knows(change.Item.Key.Kind)
        && Widening.Takes(change.Before!, change.After!);

    // Whether a filter's table still has a column, or the column of a field as it was, once the tables are changed.
    private static bool IsThere(string column, StateItem filter, LakeState actual, LakeState desired)
    {
        var key = StateKey.OfTable(filter.Resource!.DatabaseName!, filter.Resource.TableName!);
        var name = NestedColumn.ColumnOf(column);
        var (before, after) = (In(actual.Find(key)), In(desired.Find(key) ?? actual.Find(key)));
        return after is not null && (name == column || (before is not null && HiveType.IsSame(after.Type, before.Type)));

        GlueColumn? In(StateItem? table) => new[] { TableFacts.Columns, TableFacts.Partitions }
            .SelectMany(fact => ColumnList.Read(table?.Facts.GetValueOrDefault(fact))).FirstOrDefault(known => known.Name == name);
    }

    /// <summary>Whether a step may take from somebody what they have, so all that gives must be done before it.</summary>
    public static bool MayTake(StateChange step) =>
        step.Action == PlanAction.Remove || step.Item.Key.Kind is StateKind.TagAssignment or StateKind.OptIn || Replaces(step);

    // The wanted facts over those that stay, in the form in which things of the kind are compared.
    private static StateItem Put(StateItem there, StateItem wanted, StateItem? stays = null)
    {
        var said = TableFacts.InFormOf(wanted, there);
        IEnumerable<KeyValuePair<string, string>> facts = stays is null
            ? said
            : stays.Facts.Where(fact => !DataFilterState.Excludes(wanted, fact.Key)
                && !(SeparateFact.Property(fact.Key) is { } property && wanted.Facts.ContainsKey(property))
                && !wanted.Whole.Any(prefix => fact.Key.StartsWith(prefix, StringComparison.Ordinal))).Concat(said);
        var item = there with { Facts = StateItem.Said(StateItem.FactsOf(facts.Select(fact => (fact.Key, (string?)fact.Value)))) };
        return item.Key.Kind == StateKind.Grant ? item with { Facts = GrantFacts.Complete(item) } : item;
    }

    private static StateItem Without(StateItem item, IReadOnlyList<string> parts) => item with
    {
        Facts = StateItem.FactsOf(item.Facts.Where(fact => !parts.Any(part => fact.Key.StartsWith(part, StringComparison.Ordinal)))
            .Select(fact => (fact.Key, (string?)fact.Value))),
    };

    private static bool Same(StateItem one, StateItem other) =>
        one.Facts.Count == other.Facts.Count && one.Facts.All(fact => other.Facts.GetValueOrDefault(fact.Key) == fact.Value);
}
