using System.Runtime.CompilerServices;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The LF-Tags with their values, each a fact.</summary>
internal sealed class TagState(LakeConnection connection) : IStateStore
{
    private const string Value = "value.";
    private const int ValuesPerCall = 50; // API reference, CreateLFTag and UpdateLFTag

    public StateKind Kind => StateKind.Tag;

    public static StateItem Item(string key, IEnumerable<string> values, string account) => new(
        new StateKey(StateKind.Tag, key.ToLowerInvariant()),
            StateItem.FactsOf(values.Select(value => (Value + value.ToLowerInvariant(), (string?)"true"))))
    {
        Resource = LakeResource.Tag(key, [], account),
    };

    /// <summary>The values of a tag's item.</summary>
    public static IEnumerable<string> Values(StateItem tag) => tag.Part(Value).Keys;

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Assignments are read only where there are tags.
        if (!scope.Has(Kind) && !scope.Has(StateKind.TagAssignment)) yield break;
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var request = new ListLFTagsRequest { CatalogId = connection.CatalogId };
        var pages = connection.Clients.LakeFormation.Paginators.ListLFTags(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var tag in page.LFTags ?? []) yield return Item(tag.TagKey, tag.TagValues ?? [], account);
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var client = connection.Clients.LakeFormation;
        var key = change.Item.Key.Id;
        if (change.After is null)
        {
            await client.DeleteLFTagAsync(new DeleteLFTagRequest { CatalogId = connection.CatalogId, TagKey = key }, cancellationToken)
                .ConfigureAwait(false);
            return;
        }

        var added = StateItem.PartOf(change.Set, Value).Keys.Chunk(ValuesPerCall).ToList();
        if (change.Before is null)
        {
            await client.CreateLFTagAsync(
                new CreateLFTagRequest { CatalogId = connection.CatalogId, TagKey = key, TagValues = [.. added[0]] }, cancellationToken)
                .ConfigureAwait(false);
            added.RemoveAt(0);
        }

        foreach (var values in added)
            await client.UpdateLFTagAsync(
                new UpdateLFTagRequest { CatalogId = connection.CatalogId, TagKey = key, TagValuesToAdd = [.. values] }, cancellationToken)
                .ConfigureAwait(false);
        foreach (var values in change.Unset.Select(fact => fact[Value.Length..]).Chunk(ValuesPerCall))
            await client.UpdateLFTagAsync(
                new UpdateLFTagRequest { CatalogId = connection.CatalogId, TagKey = key, TagValuesToDelete = [.. values] },
                cancellationToken).ConfigureAwait(false);
    }
}
