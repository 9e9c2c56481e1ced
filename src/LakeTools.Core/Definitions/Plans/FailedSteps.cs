
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Plans;

/// <summary>The steps of a publish that failed or were blocked, and what they block in turn: what needs their thing, what would take
/// away before something is given in its place, and what takes columns whose grants or LF-Tags could not be removed.</summary>
/// <param name="steps">All steps of the publish.</param>
internal sealed class FailedSteps(IEnumerable<StateChange> steps)
{
    // Kinds that are unrelated to permissions: their failures block no removals, and no failed grant blocks them.
    private static readonly HashSet<StateKind> s_unrelated = 
    [
        StateKind.Setting, StateKind.Role, StateKind.Bucket, StateKind.Secret, StateKind.Location, StateKind.Connection, StateKind.Job,
        StateKind.Crawler, StateKind.Trigger, StateKind.Catalog, StateKind.Share,
    ];

    // The databases and tables that the publish creates. Nobody has anything on them that could be taken.
    private readonly HashSet<LakeResource> _new = [.. steps
        .Where(step => step is { Before: null, Item.Key.Kind: StateKind.Database or StateKind.Table })
        .Select(step => step.Item.Resource!)];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<StateItem> _given = [];
    private readonly List<StateItem> _left = [];

    public void Add(StateChange step)
    {
        _names.Add(step.Item.Key.ToString());
        var onlyTakes = step.Action == PlanAction.Remove && step.Item.Key.Kind == StateKind.Grant;
        if (step.Action == PlanAction.Remove) _left.Add(step.Item);
        if (!onlyTakes && !s_unrelated.Contains(step.Item.Key.Kind)) _given.Add(step.Item);
    }

    /// <summary>The failed requirement of a step; null if it may be tried.</summary>
    public string? Blocks(StateChange step) => Needs(step.Item).FirstOrDefault(_names.Contains)
        ?? (StateComparer.MayTake(step) && !s_unrelated.Contains(step.Item.Key.Kind) && !IsOnNew(step)
            ? _given.Find(item => Concerns(item, step.Item))?.Key.ToString() : null)
        ?? _left.Find(item => LostColumns.Concern(step, item))?.Key.ToString();

    private bool IsOnNew(StateChange step) => step is { Before: null, Item.Resource: { DatabaseName: { } database } resource }
        && _new.Contains(resource.TableName is { } table ? LakeResource.Table(database, table, resource.CatalogId)
            : LakeResource.Database(database, resource.CatalogId));

    // A failure for one principal does not block another's steps; other failures may concern anybody.
    private static bool Concerns(StateItem given, StateItem taken) =>
        PersonOf(given) is not { } one || PersonOf(taken) is not { } other || one == other;

    private static string? PersonOf(StateItem item) => item.Principal is { } principal
        && principal.Contains(":iam::", StringComparison.Ordinal) && !principal.EndsWith(":root", StringComparison.Ordinal)
        ? principal
        : null;

    // The resources that must exist before a resource can be made.
    private static IEnumerable<string> Needs(StateItem item)
    {
        if (item.Resource is { DatabaseName: { } database } resource)
        {
            if (item.Key.Kind != StateKind.Database) yield return new StateKey(StateKind.Database, database).ToString();
            if (resource.TableName is { } table && item.Key.Kind != StateKind.Table)
                yield return StateKey.OfTable(database, table).ToString();
            if (resource.FilterName is not null && item.Key.Kind != StateKind.DataFilter)
                yield return StateKey.Of(StateKind.DataFilter, resource).ToString();
        }

        if (item.Key.Kind != StateKind.Catalog && item.Resource?.TopCatalog is { } catalog)
            yield return new StateKey(StateKind.Catalog, catalog).ToString();
        if (item.Key.Kind == StateKind.Grant)
        {
            if (item.Resource?.TagKey is { } key) yield return new StateKey(StateKind.Tag, key).ToString();
            if (item.Resource?.TagExpressionName is { } name) yield return new StateKey(StateKind.TagExpression, name).ToString();
            foreach (var condition in item.Resource?.TagExpression ?? LakeTools.Rules.Resources.TagExpression.Of([]))
                yield return new StateKey(StateKind.Tag, condition.Key).ToString();
        }

        if (item.Key.Kind == StateKind.TagAssignment)
            foreach (var key in item.Part("tag.").Keys) yield return new StateKey(StateKind.Tag, key).ToString();
    }
}
