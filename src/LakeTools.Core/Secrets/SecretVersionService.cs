using System.Runtime.CompilerServices;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Secrets;

/// <summary>The versions of secrets, and the way back to one.</summary>
/// <param name="connection">The lake.</param>
public sealed class SecretVersionService(LakeConnection connection)
{
    private IAmazonSecretsManager Client => connection.Clients.SecretsManager;

    /// <summary>Lists the versions of a secret, the current one first, without values.</summary>
    /// <param name="id">Name or ARN.</param>
    /// <param name="includeDeprecated">True for versions without a label, too.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The versions.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>SecretNotFound</c>.</exception>
    public async IAsyncEnumerable<LakeSecretVersion> ListAsync(
        string? id, bool includeDeprecated, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListSecretVersionIdsRequest { SecretId = SecretErrors.CheckId(id), IncludeDeprecated = includeDeprecated
            ? true : null };
        var pages = Client.Paginators.ListSecretVersionIds(request).Responses.CalledBy(next => SecretErrors.CallAsync(id!, next));
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var version in page.Versions ?? [])
            {
                yield return new LakeSecretVersion
                {
                    Name = page.Name,
                    Arn = page.ARN,
                    VersionId = version.VersionId,
                    VersionStage = [.. version.VersionStages ?? []],
                    CreatedDate = version.CreatedDate?.ToLocalTime(),
                    LastAccessedDate = version.LastAccessedDate?.ToLocalTime(),
                };
            }
        }
    }

    /// <summary>
    /// Makes an older version current again: the service labels the previously current one AWSPREVIOUS, so this can be undone as well.
    /// </summary>
    /// <param name="id">Name or ARN.</param>
    /// <param name="versionId">The version; null for the one labelled AWSPREVIOUS.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>SecretNotFound</c>, <c>SecretDeleted</c>, <c>SecretHasNoPrevious</c>,
    /// <c>SecretVersionNotFound</c>.</exception>
    public async Task UndoAsync(string? id, string? versionId, CancellationToken cancellationToken)
    {
        var describe = new DescribeSecretRequest { SecretId = SecretErrors.CheckId(id) };
        var secret = await SecretErrors.CallAsync(id!, () => Client.DescribeSecretAsync(describe, cancellationToken)).ConfigureAwait(false);
        var (current, target) = (VersionWith(secret, VersionStages.Current), versionId ?? VersionWith(secret, VersionStages.Previous));
        if (target is null || (versionId is null && target == current))
            throw Fault.SecretHasNoPrevious(id);
        if (target == current) return;
        var move = new UpdateSecretVersionStageRequest
        {
            SecretId = secret.ARN,
            VersionStage = VersionStages.Current,
            RemoveFromVersionId = current,
            MoveToVersionId = target,
        };
        await SecretErrors.CallAsync(id!, () => LostAnswers.CallAsync(
            () => Client.UpdateSecretVersionStageAsync(move, cancellationToken),
            async () => VersionWith(await Client.DescribeSecretAsync(describe, cancellationToken)
                .ConfigureAwait(false), VersionStages.Current) == target)).ConfigureAwait(false);
    }

    private static string? VersionWith(DescribeSecretResponse secret, string stage) =>
        (secret.VersionIdsToStages ?? []).FirstOrDefault(version => version.Value.Contains(stage)).Key;
}
