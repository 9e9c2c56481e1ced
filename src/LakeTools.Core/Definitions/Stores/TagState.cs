using System.Runtime.CompilerServices;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The LF-Tags with their values, each a fact.</summary>
internal sealed class TagState(LakeConnection connection) : IStateStore
{
    private const string Value = "value.";

    public StateKind Kind => StateKind.Tag;

    public static StateItem Item(string key, IEnumerable<string> values, string account) => new(
        new StateKey(StateKind.Tag, key.ToLowerInvariant()),
            StateItem.FactsOf(values.Select(value => (Value + value.ToLowerInvariant(), (string?)"true"))))
    {
        Resource = LakeResource.Tag(key, [], account),
    };

    /// <summary>The values of a tag's item.</summary>
    public static IEnumerable<string> Values(StateItem tag) => tag.Part(Value).Keys;

    /// <summary>
    /// The values of a tag while its assignments change: the old ones too, which are removed last. If both exceed what a tag can have, old
    /// values that no resource has are removed with the change.
    /// </summary>
    /// <param name="both">The old and the new values.</param>
    /// <param name="after">The new values.</param>
    /// <param name="actual">The lake, with its assignments.</param>
    public static StateItem Between(StateItem both, StateItem after, LakeState actual)
    {
        if (both.Facts.Count <= TagUpdate.ValuesPerTag) return both;
        var used = actual.Items.Where(item => item.Key.Kind == StateKind.TagAssignment)
            .Select(item => Value + item.Facts.GetValueOrDefault(TagAssignmentState.Tag + both.Key.Id)).ToHashSet();
        var early = both.Facts.Keys.Where(fact => !after.Facts.ContainsKey(fact) && !used.Contains(fact))
            .Take(both.Facts.Count - TagUpdate.ValuesPerTag).ToHashSet();
        return both with
        {
            Facts = StateItem.FactsOf(both.Facts.Where(fact => !early.Contains(fact.Key)).Select(fact => (fact.Key, (string?)fact.Value))),
        };
    }

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
        var key = change.Item.Key.Id;
        var tags = new TagService(connection);
        var added = StateItem.PartOf(change.Set, Value).Keys.ToList();
        if (change.After is null)
            await tags.RemoveAsync(key, connection.CatalogId, cancellationToken).ConfigureAwait(false);
        else if (change.Before is { } before)
            await tags.UpdateAsync(key, Values(before).Count(), added, [.. change.Unset.Select(fact => fact[Value.Length..])],
                connection.CatalogId, cancellationToken).ConfigureAwait(false);
        else await tags.CreateAsync(key, added, connection.CatalogId, cancellationToken).ConfigureAwait(false);
    }
}
