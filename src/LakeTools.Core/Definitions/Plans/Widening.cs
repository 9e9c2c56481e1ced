using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Rows;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Plans;

/// <summary>
/// Changes of data filters and saved expressions. Each selects a product: rows and columns, or values of several LF-Tags. If the union of
/// the old and the new selection is such a product too, the filter is widened to the union first and narrowed last. No principal then lacks
/// in between what it has before and after, or gets what it has in neither. Other changes are made in one step.
/// </summary>
internal static class Widening
{
    private const int Several = 2;

    private static readonly Extent s_all = new(IsAllBut: true, []);

    /// <summary>Whether things of a kind reach a product.</summary>
    public static bool Knows(StateKind kind) => kind is StateKind.DataFilter or StateKind.TagExpression;

    /// <summary>The resource that reaches what it reaches before and after; null if no thing reaches exactly that.</summary>
    /// <param name="before">The resource as it is.</param>
    /// <param name="after">The resource as it will be.</param>
    /// <param name="isThere">Whether a column of a filter is in the table by then; one that is not cannot be named.</param>
    public static StateItem? Between(StateItem before, StateItem after, Func<string, bool> isThere)
    {
        var sides = Sides(before, after);
        var unions = sides.ConvertAll(side => side.Union());
        if (unions.Contains(null)) return null;
        bool IsWhole(Func<Side, Extent> one) => sides.Zip(unions).All(pair => one(pair.First).IsSame(pair.Second!));
        var differing = sides.Count(side => !side.Before.IsSame(side.After));
        if (differing >= Several && !IsWhole(side => side.Before) && !IsWhole(side => side.After)) return null;
        var reached = sides.Zip(unions).SelectMany(pair => pair.First.Facts(
            pair.Second! with { Names = [.. pair.Second!.Names.Where(name => pair.First.Keeps(name) || isThere(name))] }));
        var names = sides.SelectMany(side => side.FactNames).ToHashSet(StringComparer.Ordinal);
        return after with
        {
            Facts = StateItem.FactsOf([
                .. after.Facts.Where(fact => !names.Contains(fact.Key)).Select(fact => (fact.Key, (string?)fact.Value)), .. reached,
            ]),
        };
    }

    /// <summary>Whether a thing reaches less afterwards, or something else.</summary>
    public static bool Takes(StateItem before, StateItem after) =>
        !Sides(before, after).TrueForAll(side => side.After.IsSame(side.Union()));

    private static List<Side> Sides(StateItem before, StateItem after) => before.Key.Kind == StateKind.DataFilter
        ? [new RowSide(before, after), new ColumnSide(before, after)]
        : [.. TagExpressionState.Conditions(before).Concat(TagExpressionState.Conditions(after)).Select(condition => condition.Key)
            .Distinct().Select(key => new TagSide(key, before, after))];

    /// <summary>Names, or all but some.</summary>
    private sealed record Extent(bool IsAllBut, IReadOnlyList<string> Names)
    {
        public bool IsSame(Extent? other) =>
            other is not null && IsAllBut == other.IsAllBut && Names.ToHashSet(StringComparer.Ordinal).SetEquals(other.Names);
    }

    /// <summary>One factor of the product.</summary>
    private abstract class Side(Extent before, Extent after, params string[] facts)
    {
        public Extent Before => before;

        public Extent After => after;

        public IReadOnlyList<string> FactNames => facts;

        /// <summary>Whether a name can be said whatever becomes of the table.</summary>
        public virtual bool Keeps(string name) => after.Names.Contains(name);

        /// <summary>The union of the extents before and after; null if no single extent expresses it.</summary>
        public virtual Extent? Union()
        {
            if (before.IsSame(after)) return before;
            var (all, some) = before.IsAllBut ? (before, after) : (after, before);
            if (!all.IsAllBut)
            {
                var both = before.Names.Union(after.Names).ToList();
                return new Extent(false, both.FindAll(name => !both.Exists(other => other != name && Covers(other, name))));
            }

            if (some.IsAllBut)
                return new Extent(true, [.. Inside(all.Names, some.Names).Union(Inside(some.Names, all.Names))]);
            var left = all.Names.Where(name => !some.Names.Any(other => Covers(other, name))).ToList();
            return left.Exists(name => some.Names.Any(other => Covers(name, other))) ? null : new Extent(true, left);
        }

        public abstract IEnumerable<(string, string?)> Facts(Extent extent);

        protected virtual bool Covers(string outer, string inner) => outer == inner;

        private IEnumerable<string> Inside(IReadOnlyList<string> names, IReadOnlyList<string> others) =>
            names.Where(name => others.Any(other => Covers(other, name)));
    }

    // Whether one expression holds for the rows of another is not asked.
    private sealed class RowSide(StateItem before, StateItem after) : Side(Of(before), Of(after), DataFilterState.Rows)
    {
        public override Extent? Union() => base.Union() is { Names.Count: < Several } union ? union : null;

        public override bool Keeps(string name) => true;

        public override IEnumerable<(string, string?)> Facts(Extent extent) => [(DataFilterState.Rows, extent.Names.FirstOrDefault())];

        private static Extent Of(StateItem item) =>
            item.Facts.TryGetValue(DataFilterState.Rows, out var rows) ? new Extent(false, [rows]) : s_all;
    }

    private sealed class ColumnSide(StateItem before, StateItem after) : Side(Of(before), Of(after), DataFilterState.ColumnKeys)
    {
        public override IEnumerable<(string, string?)> Facts(Extent extent) =>
            Shapes.ColumnNames.Parts(extent.Names).Select(part => (DataFilterState.ColumnKeys[extent.IsAllBut ? 1 : 0], part.Value));

        // A field is part of its column.
        protected override bool Covers(string outer, string inner)
        {
            var (of, within) = (NestedColumn.Parts(outer) ?? [outer], NestedColumn.Parts(inner) ?? [inner]);
            return of.SequenceEqual(within.Take(of.Count));
        }

        private static Extent Of(StateItem item)
        {
            IReadOnlyList<string>? Names(int key) => Shapes.ColumnNames.Value(
                new Dictionary<string, string?> { [""] = item.Facts.GetValueOrDefault(DataFilterState.ColumnKeys[key]) });
            return Names(0) is { } shown ? new Extent(false, shown) : Names(1) is { } hidden ? new Extent(true, hidden) : s_all;
        }
    }

    private sealed class TagSide(string key, StateItem before, StateItem after)
        : Side(Of(before, key), Of(after, key), TagExpressionState.FactOf(key))
    {
        public override bool Keeps(string name) => true;

        public override IEnumerable<(string, string?)> Facts(Extent extent) => [(FactNames[0], extent.IsAllBut ? null
            : FactJson.Write(NameList.Of(extent.Names)))];

        protected override bool Covers(string outer, string inner) => outer == TagExpression.AnyValue || outer == inner;

        private static Extent Of(StateItem item, string key) =>
            item.Facts.TryGetValue(TagExpressionState.FactOf(key), out var values)
                ? new Extent(false, FactJson.Texts(values)) : s_all;
    }
}
