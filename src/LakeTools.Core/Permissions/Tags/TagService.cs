using System.Runtime.CompilerServices;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using LakeTools.Core.Calls;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Permissions.Tags;

/// <summary>Makes, reads, changes and removes LF-Tags.</summary>
/// <param name="connection">The lake.</param>
public sealed class TagService(LakeConnection connection)
{
    /// <summary>
    /// Makes a tag. One with more values than a call takes is made with several; where a later one fails, the tag is removed again.
    /// </summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">Its values.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The tag.</returns>
    /// <exception cref="LakeException"><c>TagInvalid</c>, <c>TagExists</c>, <c>TagLeftBehind</c>, and what the service refuses.</exception>
    public async Task<LakeTag> CreateAsync(string key, IReadOnlyList<string> values, string? catalogId, CancellationToken cancellationToken)
    {
        var (name, all) = (TagNames.Key(key), TagNames.Values(values));
        var first = all.Take(TagUpdate.ValuesPerCall).ToList();
        var account = catalogId ?? await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await LostAnswers.CallAsync(
                () => connection.Clients.LakeFormation.CreateLFTagAsync(
                    new CreateLFTagRequest { CatalogId = catalogId, TagKey = name, TagValues = first }, cancellationToken),
                async () => await FindAsync(name, catalogId, cancellationToken).ConfigureAwait(false) is { } found
                    && first.ToHashSet().SetEquals(found.Value))
                .ConfigureAwait(false);
        }
        catch (AmazonServiceException error) when (error.ErrorCode is "InvalidInputException" or "AlreadyExistsException")
        {
            if (await FindAsync(name, catalogId, cancellationToken).ConfigureAwait(false) is null) throw;
            throw Fault.TagExists(name, inner: error);
        }

        try
        {
            await UpdateAsync(name, first.Count, [.. all.Skip(first.Count)], [], catalogId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (LaterStep.HasFailed(error, CancellationToken.None) || cancellationToken.IsCancellationRequested)
        {
            if (await TryRemoveAsync(name, catalogId).ConfigureAwait(false) is not { } left) throw;
            throw Fault.TagLeftBehind(name, LaterStep.Translated(error, name).Message, left, inner: error);
        }

        return new LakeTag { Key = name, Value = all, CatalogId = account };
    }

    // Why a tag without some of its values stays; null if it does not. A stop of the command does not stop the removal.
    private async Task<string?> TryRemoveAsync(string key, string? catalogId)
    {
        try
        {
            await connection.Clients.LakeFormation.DeleteLFTagAsync(
                new DeleteLFTagRequest { CatalogId = catalogId, TagKey = key }, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (Exception error) when (SdkErrors.CanTranslate(error))
        {
            return SdkErrors.Translate(error, "its removal", key).Message;
        }
    }

    /// <summary>Finds a tag.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The tag, with the values that the caller may see.</returns>
    /// <exception cref="LakeException"><c>TagNotFound</c>: it is not there, or the caller may not know of it.</exception>
    public async Task<LakeTag> GetAsync(string key, string? catalogId, CancellationToken cancellationToken) =>
        await FindAsync(TagNames.Key(key), catalogId, cancellationToken).ConfigureAwait(false)
        ?? throw await NotFoundAsync(key, catalogId, cancellationToken).ConfigureAwait(false);

    /// <summary>Walks the tags of one account that the caller may see, page by page.</summary>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The tags.</returns>
    public IAsyncEnumerable<LakeTag> ListAsync(string? catalogId, CancellationToken cancellationToken = default) =>
        ListAsync(catalogId, null, cancellationToken);

    /// <summary>Walks the tags that the caller may see, page by page, also those of other accounts.</summary>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="share">The tags of other accounts too, or only those; null for the account's own.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The tags.</returns>
    public async IAsyncEnumerable<LakeTag> ListAsync(string? catalogId, CatalogShare? share,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new ListLFTagsRequest { CatalogId = catalogId, ResourceShareType = share?.ToString().ToUpperInvariant() };
        var pages = connection.Clients.LakeFormation.Paginators.ListLFTags(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var tag in page.LFTags ?? []) yield return ToTag(tag.CatalogId, tag.TagKey, tag.TagValues);
    }

    /// <summary>Changes the values of a tag. Before the first call it is checked that nothing has a value that goes.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The tag as it then is, and whether anything had to be changed.</returns>
    /// <exception cref="LakeException"><c>TagInvalid</c>, <c>TagNotFound</c>, <c>TagValueInUse</c>, <c>ChangedPartly</c>, and what
    /// the service refuses.</exception>
    public async Task<(LakeTag Tag, bool Changed)> ChangeAsync(TagChange change, CancellationToken cancellationToken)
    {
        var (add, remove) = (TagNames.Values(change.Values ?? change.Add), TagNames.Values(change.Remove));
        var old = await GetAsync(change.Key, change.CatalogId, cancellationToken).ConfigureAwait(false);
        var coming = add.Except(old.Value, StringComparer.Ordinal).ToList();
        var going = old.Value.Where(value => change.Values is null ? remove.Contains(value) && !add.Contains(value) : !add.Contains(value))
            .ToList();
        if (coming.Count + going.Count == 0) return (old, false);
        foreach (var batch in going.Chunk(TagUpdate.ValuesPerCall))
            await RequireUnusedAsync(old.Key, batch, change.CatalogId, cancellationToken).ConfigureAwait(false);
        await UpdateAsync(old.Key, old.Value.Count, coming, going, change.CatalogId, cancellationToken).ConfigureAwait(false);
        return (old with { Value = NameList.Of(old.Value.Except(going, StringComparer.Ordinal).Concat(coming)) }, true);
    }

    /// <summary>Removes a tag, which takes it off everything that has it.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>TagInvalid</c>, <c>TagNotFound</c>, and what the service refuses.</exception>
    public async Task RemoveAsync(string key, string? catalogId, CancellationToken cancellationToken)
    {
        try
        {
            await connection.Clients.LakeFormation.DeleteLFTagAsync(
                new DeleteLFTagRequest { CatalogId = catalogId, TagKey = TagNames.Key(key) }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (EntityNotFoundException)
        {
            throw await NotFoundAsync(key, catalogId, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Refuses keys and values that are not there, before any change.</summary>
    /// <param name="tags">Keys with values; <c>*</c> is any.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>TagNotFound</c> or <c>TagValueNotFound</c>.</exception>
    public async Task RequireAsync(TagExpression tags, string? catalogId, CancellationToken cancellationToken)
    {
        foreach (var (key, values) in tags)
        {
            var tag = await GetAsync(key, catalogId, cancellationToken).ConfigureAwait(false);
            if (values.FirstOrDefault(value => value != TagExpression.AnyValue && !tag.Value.Contains(value)) is { } missing)
                throw Fault.TagValueNotFound(missing, key, missing, string.Join(", ", tag.Value));
        }
    }

    private async Task RequireUnusedAsync(string key, IReadOnlyList<string> values, string? catalogId, CancellationToken cancellationToken)
    {
        var expression = TagExpression.Of([KeyValuePair.Create(key, (IEnumerable<string>)values)]);
        try
        {
            await foreach (var used in new TaggedResourceService(connection).FindAsync(expression, null, catalogId, cancellationToken)
                .ConfigureAwait(false))
            {
                throw Fault.TagValueInUse(
                    used,
                    key,
                    string.Join(", ", values),
                    used,
                    string.Join(", ", values.Select(value => $"'{value}'")));
            }
        }
        catch (AccessDeniedException)
        {
            // A caller who may change a tag need not be allowed to search by it: the service refuses the removal of used values anyway.
        }
    }

    /// <summary>Changes the values of a tag without a check.</summary>
    /// <param name="key">The tag.</param>
    /// <param name="count">The number of its values.</param>
    /// <param name="coming">The values to add, which it does not have.</param>
    /// <param name="going">The values to remove, which it has.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The work.</returns>
    internal Task UpdateAsync(string key, int count, IReadOnlyCollection<string> coming, IReadOnlyCollection<string> going,
        string? catalogId, CancellationToken cancellationToken) =>
        new TagUpdate(key, (add, remove, token) => CallAsync(key, add, remove, catalogId, token))
            .RunAsync(count, coming, going, cancellationToken);

    private Task CallAsync(string key, IReadOnlyList<string> add, IReadOnlyList<string> remove, string? catalogId,
        CancellationToken cancellationToken) =>
        LostAnswers.CallAsync(
            () => connection.Clients.LakeFormation.UpdateLFTagAsync(new UpdateLFTagRequest
            {
                CatalogId = catalogId,
                TagKey = key,
                TagValuesToAdd = add.Count > 0 ? [.. add] : null,
                TagValuesToDelete = remove.Count > 0 ? [.. remove] : null,
            }, cancellationToken),
            async () => await FindAsync(key, catalogId, cancellationToken).ConfigureAwait(false) is { } found
                && add.All(found.Value.Contains) && !remove.Any(found.Value.Contains));

    // A caller who may not see a tag gets AccessDenied, whether it exists or not.
    private async Task<LakeTag?> FindAsync(string key, string? catalogId, CancellationToken cancellationToken)
    {
        try
        {
            var tag = await connection.Clients.LakeFormation.GetLFTagAsync(new GetLFTagRequest { CatalogId = catalogId, TagKey = key },
                cancellationToken)
                .ConfigureAwait(false);
            return ToTag(tag.CatalogId, tag.TagKey, tag.TagValues);
        }
        catch (AmazonServiceException error) when (error.ErrorCode is "EntityNotFoundException" or "AccessDeniedException")
        {
            return null;
        }
    }

    /// <summary>The error of a tag that is not there, with what is there instead.</summary>
    /// <param name="key">The key that was asked for.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns><c>TagNotFound</c>.</returns>
    public async Task<LakeException> NotFoundAsync(string key, string? catalogId, CancellationToken cancellationToken)
    {
        var known = new List<string>();
        await foreach (var tag in ListAsync(catalogId, cancellationToken).ConfigureAwait(false)) known.Add(tag.Key);
        var meant = Spelling.Nearest(key, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        return Fault.TagNotFound(key, meant);
    }

    private static LakeTag ToTag(string? catalogId, string key, List<string>? values) =>
        new() { Key = key, Value = NameList.Of(values), CatalogId = catalogId };
}
