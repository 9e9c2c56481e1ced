using System.Runtime.CompilerServices;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Secrets;

/// <summary>Reads many secrets with few calls, twenty to each.</summary>
/// <param name="connection">The lake.</param>
public sealed class SecretBatch(LakeConnection connection)
{
    private const int CallSize = 20;

    /// <summary>Reads the current values of several secrets, in the order given.</summary>
    /// <param name="ids">Names or ARNs.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>A secret for each id, or why there is none.</returns>
    public async IAsyncEnumerable<SecretOutcome> GetAsync(IReadOnlyList<string?> ids,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Chunk(CallSize))
        {
            var given = chunk.Where(id => !string.IsNullOrWhiteSpace(id)).Distinct().ToList();
            var request = new BatchGetSecretValueRequest { SecretIdList = given! };
            var answer = given.Count == 0 ? new BatchGetSecretValueResponse()
                : await CallAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var id in chunk)
            {
                var error = (answer?.Errors ?? []).Find(item => item.SecretId == id);
                var value = (answer?.SecretValues ?? [])
                    .Find(item => item.Name == id || item.ARN == id || IsArnWithoutSuffix(id, item.ARN));
                yield return string.IsNullOrWhiteSpace(id) || (error is null && value is null)
                    ? await OneAsync(id, cancellationToken).ConfigureAwait(false)
                    : error is not null ? new SecretOutcome(id, null, SecretErrors.Of(error, id))
                        : Outcome(id, value!);
            }
        }
    }

    /// <summary>Reads the current values of all secrets that filters choose.</summary>
    /// <param name="filters">Keys of the API (<c>name</c>, <c>tag-key</c>, …) and values.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The secrets, page by page, or why one cannot be read.</returns>
    public async IAsyncEnumerable<SecretOutcome> FindAsync(
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new BatchGetSecretValueRequest { Filters = SecretFilters.Of(filters) };
        var pages = connection.Clients.SecretsManager.Paginators.BatchGetSecretValue(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var value in page.SecretValues ?? []) yield return Outcome(value.Name, value);
            foreach (var error in page.Errors ?? [])
                yield return new SecretOutcome(error.SecretId, null, SecretErrors.Of(error, error.SecretId));
        }
    }

    // A caller who may read each secret may have no permission to read them in a batch.
    private async Task<BatchGetSecretValueResponse?> CallAsync(BatchGetSecretValueRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.Clients.SecretsManager.BatchGetSecretValueAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonSecretsManagerException exception) when (exception.ErrorCode is "AccessDeniedException" or "AccessDenied")
        {
            return null;
        }
    }

    private async Task<SecretOutcome> OneAsync(string? id, CancellationToken cancellationToken)
    {
        try
        {
            return new SecretOutcome(id, await new SecretService(connection).GetAsync(id, null, null, cancellationToken)
                .ConfigureAwait(false), null);
        }
        catch (Exception exception) when (exception is LakeException || SdkErrors.CanTranslate(exception))
        {
            return new SecretOutcome(id, null, exception);
        }
    }

    private static SecretOutcome Outcome(string? id, SecretValueEntry value)
    {
        if (SecretContent.Of(value.SecretString, value.SecretBinary) is not { } content)
            return new SecretOutcome(id, null, SecretErrors.WithoutValue(value.Name));
        SecretGuard.Process.Remember(content);
        return new SecretOutcome(id, new LakeSecret(value.Name, value.ARN, value.VersionId, [.. value.VersionStages ?? []],
            value.CreatedDate?.ToLocalTime(), content), null);
    }

    private static bool IsArnWithoutSuffix(string? id, string arn) =>
        id is not null && id.Length + 7 == arn.Length && arn.StartsWith(id, StringComparison.Ordinal);
}
