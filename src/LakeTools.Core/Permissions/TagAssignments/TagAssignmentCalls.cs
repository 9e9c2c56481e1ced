using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using LakeTools.Core.Calls;

namespace LakeTools.Core.Permissions.TagAssignments;

/// <summary>Assigns LF-Tags to a resource and removes them.</summary>
/// <param name="connection">The lake.</param>
internal sealed class TagAssignmentCalls(LakeConnection connection)
{
    /// <summary>Makes the change, and again for the tags that could not be changed for a reason that passes.</summary>
    /// <param name="isRemoved">True to remove them.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="tags">The tags, each with one value.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The tags that were not changed, and whether an attempt without a response may have caused that.</returns>
    public async Task<(IReadOnlyList<(LFTagPair Tag, EntryFailure Failure)> Failures, bool MayBeOurs)> ChangeAsync(bool isRemoved,
        string? catalogId, Resource resource, List<LFTagPair> tags, CancellationToken cancellationToken)
    {
        var mayBeOurs = false;
        var failures = await BatchTries.SendAsync(tags, async some =>
        {
            var (answer, errors) = await CallAsync(isRemoved, catalogId, resource, [.. some], cancellationToken).ConfigureAwait(false);
            mayBeOurs |= SdkTries.MayBeOurs(answer);
            return BatchTries.ByItem(some.Count, (errors ?? []).Select(error => (
                some.ToList().FindIndex(tag => tag.TagKey == error.LFTag?.TagKey),
                new EntryFailure(error.Error?.ErrorCode, error.Error?.ErrorMessage))));
        }, RetryPause.For(connection.Options.Local?.Http), cancellationToken).ConfigureAwait(false);
        return ([.. failures.OrderBy(failure => failure.Key).Select(failure => (tags[failure.Key], failure.Value))], mayBeOurs);
    }

    private async Task<(AmazonWebServiceResponse Answer, List<LFTagError>? Failures)> CallAsync(bool isRemoved, string? catalogId,
        Resource resource, List<LFTagPair> tags, CancellationToken cancellationToken)
    {
        var client = connection.Clients.LakeFormation;
        if (isRemoved)
        {
            var remove = new RemoveLFTagsFromResourceRequest { CatalogId = catalogId, Resource = resource, LFTags = tags };
            var removed = await client.RemoveLFTagsFromResourceAsync(remove, cancellationToken).ConfigureAwait(false);
            return (removed, removed.Failures);
        }

        var add = new AddLFTagsToResourceRequest { CatalogId = catalogId, Resource = resource, LFTags = tags };
        var added = await client.AddLFTagsToResourceAsync(add, cancellationToken).ConfigureAwait(false);
        return (added, added.Failures);
    }
}
