using System.Runtime.CompilerServices;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Errors;
using LakeTools.Core.Glue;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Core.Permissions.TagAssignments;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The LF-Tags that are put on databases, tables and columns themselves; inherited tags are not part of the state.</summary>
internal sealed class TagAssignmentState(LakeConnection connection) : IStateStore
{
    /// <summary>The prefix of a fact's name; the LF-Tag's key follows.</summary>
    public const string Tag = "tag.";

    private readonly RemovedMeanwhile _meanwhile = new(connection);

    public StateKind Kind => StateKind.TagAssignment;

    public static StateItem Item(LakeResource resource, IEnumerable<KeyValuePair<string, string>> tags) => new(
        StateKey.Of(StateKind.TagAssignment, resource),
        StateItem.FactsOf(tags.Select(tag => (Tag + tag.Key.ToLowerInvariant(), (string?)tag.Value.ToLowerInvariant()))))
    {
        Resource = resource,
    };

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Without tags there is nothing that could be put on anything.
        if (!known.Any(item => item.Key.Kind == StateKind.Tag)) yield break;
        var things = known.Where(item => item.Key.Kind is StateKind.Database or StateKind.Table).Select(item => item.Resource!)
            .Where(thing => scope.Has(Kind, thing)).ToList();
        var done = 0;
        await foreach (var items in SideBySide.RunAsync(things, StateReader.CallsAtATime, (thing, token) =>
            _meanwhile.ReadAsync(thing, () => ReadAsync(thing, token), [], token), cancellationToken).ConfigureAwait(false))
        {
            scope.Say(Kind, ++done, things.Count);
            foreach (var item in items) yield return item;
        }
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var calls = new TagAssignmentCalls(connection);
        var resource = PermissionMapping.ToApi(change.Item.Resource!);
        List<LFTagPair> Pairs(IEnumerable<KeyValuePair<string, string>> tags) =>
            [.. tags.Select(tag => new LFTagPair { TagKey = tag.Key, TagValues = [tag.Value] })];
        var set = Pairs(StateItem.PartOf(change.Set, Tag));
        var unset = Pairs(change.Unset.Select(fact => KeyValuePair.Create(fact[Tag.Length..], change.Before!.Facts[fact])));
        foreach (var (isRemoved, tags) in ((bool, List<LFTagPair>)[])[(false, set), (true, unset)])
            if (tags.Count > 0) await ChangeAsync(isRemoved, tags).ConfigureAwait(false);

        async Task ChangeAsync(bool isRemoved, List<LFTagPair> tags)
        {
            var (failures, mayBeOurs) = await calls.ChangeAsync(isRemoved, connection.CatalogId, resource, tags, cancellationToken)
                .ConfigureAwait(false);
            if (failures is [var (tag, failure), ..])
                throw SdkTries.Marked(
                    SdkErrors.OfItem(failure.Code, $"{tag.TagKey}: {failure.Message}", "Lake Formation", $"{change.Item.Key}",
                        change.Item.Key.ToString()),
                    mayBeOurs);
        }
    }

    private async Task<IReadOnlyList<StateItem>> ReadAsync(LakeResource thing, CancellationToken cancellationToken)
    {
        var found = await connection.Clients.LakeFormation.GetResourceLFTagsAsync(
            new GetResourceLFTagsRequest { CatalogId = connection.CatalogId, Resource = PermissionMapping.ToApi(thing),
                ShowAssignedLFTags = true }, cancellationToken).ConfigureAwait(false);
        var items = new List<StateItem>();
        var own = thing.Kind == ResourceKind.Database ? found.LFTagOnDatabase : found.LFTagsOnTable;
        if (own is { Count: > 0 }) items.Add(Item(thing, Tags(own)));
        if (thing.Kind == ResourceKind.Table)
            foreach (var column in found.LFTagsOnColumns ?? [])
                if (column.LFTags is { Count: > 0 } tags)
                    items.Add(Item(LakeResource.Columns(thing.DatabaseName!, thing.TableName!, [column.Name], null, thing.CatalogId),
                        Tags(tags)));
        return items;
    }

    private static IEnumerable<KeyValuePair<string, string>> Tags(List<LFTagPair> pairs) =>
        pairs.Select(pair => KeyValuePair.Create(pair.TagKey, pair.TagValues[0]));
}
