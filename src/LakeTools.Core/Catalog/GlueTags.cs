using Amazon;
using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Catalog;

/// <summary>
/// Tags of Glue resources. Databases and jobs can have tags, tables cannot.
/// </summary>
/// <param name="connection">The lake.</param>
public sealed class GlueTags(LakeConnection connection)
{
    /// <summary>A database, as ARNs name it.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The end of the ARN.</returns>
    public static string Database(string name) => "database/" + name.ToLowerInvariant();

    /// <summary>A job, as ARNs name it.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The end of the ARN.</returns>
    public static string Job(string name) => "job/" + name;

    /// <summary>Reads a resource's tags.</summary>
    /// <param name="resource">A result of <see cref="Database"/> or <see cref="Job"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The tags.</returns>
    public async Task<IReadOnlyDictionary<string, string>> GetAsync(string resource, CancellationToken cancellationToken)
    {
        var request = new GetTagsRequest { ResourceArn = await ArnAsync(resource, cancellationToken).ConfigureAwait(false) };
        return (await connection.Clients.Glue.GetTagsAsync(request, cancellationToken).ConfigureAwait(false)).Tags ?? [];
    }

    /// <summary>Sets tags of a resource and removes those with a null value. Others are kept.</summary>
    /// <param name="resource">A result of <see cref="Database"/> or <see cref="Job"/>.</param>
    /// <param name="change">Keys and values.</param>
    /// <param name="name">The name of the resource, which is the target of the error.</param>
    /// <param name="done">What the command changed before, as a sentence without its dot; null if it changed nothing.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>ChangedPartly</c>.</exception>
    public async Task ChangeAsync(string resource, IReadOnlyDictionary<string, string?> change, string name, string? done,
        CancellationToken cancellationToken)
    {
        var gone = change.Where(tag => tag.Value is null).Select(tag => tag.Key).ToList();
        var set = change.Where(tag => tag.Value is not null).ToDictionary(tag => tag.Key, tag => tag.Value!);

        // Removals come first, because a resource has at most 50 tags.
        if (gone.Count > 0)
        {
            await LaterStep.CallAsync(name, done, "its tags were not", async () =>
            {
                var arn = await ArnAsync(resource, cancellationToken).ConfigureAwait(false);
                return await connection.Clients.Glue.UntagResourceAsync(
                    new UntagResourceRequest { ResourceArn = arn, TagsToRemove = gone }, cancellationToken).ConfigureAwait(false);
            }, cancellationToken).ConfigureAwait(false);
            done = $"{(done is null ? "The" : $"{done}, and the")} tags {string.Join(", ", gone)} of '{name}' were removed";
        }

        if (set.Count == 0) return;
        await LaterStep.CallAsync(name, done, gone.Count > 0 ? "its new tags were not added" : "its tags were not", async () =>
        {
            var arn = await ArnAsync(resource, cancellationToken).ConfigureAwait(false);
            return await connection.Clients.Glue.TagResourceAsync(
                new TagResourceRequest { ResourceArn = arn, TagsToAdd = set }, cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> ArnAsync(string resource, CancellationToken cancellationToken)
    {
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        return GlueArn.Of(connection.Region, account, resource);
    }
}
