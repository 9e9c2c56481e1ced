using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>Counts the grants, data filters and assignments of all items of a lake, in one pass.</summary>
internal sealed class PlanContents
{
    private readonly Dictionary<(StateKind Kind, StateKey On), int> _counts = [];

    public PlanContents(LakePlan plan)
    {
        foreach (var item in plan.Actual.Items)
        {
            if (item.Key.Kind is not (StateKind.Grant or StateKind.DataFilter or StateKind.TagAssignment)) continue;
            foreach (var on in Places(item)) _counts[(item.Key.Kind, on)] = _counts.GetValueOrDefault((item.Key.Kind, on)) + 1;
        }
    }

    /// <summary>The number of items of a kind on or in another item.</summary>
    /// <param name="kind">Grant, DataFilter or TagAssignment.</param>
    /// <param name="on">A catalog, a database, a table or an LF-Tag.</param>
    public int Count(StateKind kind, StateKey on) => _counts.GetValueOrDefault((kind, on));

    private static IEnumerable<StateKey> Places(StateItem item)
    {
        if (item.Key.Kind == StateKind.TagAssignment)
            foreach (var key in item.Part(TagAssignmentState.Tag).Keys) yield return new StateKey(StateKind.Tag, key);
        if (item.Resource is not { } resource) yield break;
        if (resource.TagKey is { } tag) yield return new StateKey(StateKind.Tag, tag);
        if (resource.TopCatalog is { } catalog)
        {
            yield return new StateKey(StateKind.Catalog, catalog);
            yield break;
        }

        if (resource.DatabaseName is not { } database) yield break;
        yield return new StateKey(StateKind.Database, database);
        if (resource.TableName is { } table) yield return StateKey.OfTable(database, table);
    }
}
