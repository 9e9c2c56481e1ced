using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Secrets;

/// <summary>Copies of secrets in other regions, which the service keeps in step.</summary>
/// <param name="connection">The lake.</param>
public sealed class SecretReplicaService(LakeConnection connection)
{
    private IAmazonSecretsManager Client => connection.Clients.SecretsManager;

    /// <summary>Begins to copy a secret.</summary>
    /// <param name="id">Name or ARN.</param>
    /// <param name="regions">The regions.</param>
    /// <param name="kmsKeyId">The key that encrypts the copies; null for the regions' own.</param>
    /// <param name="overwrite">True to replace secrets of the same name there.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The copies in these regions. <see cref="Failure"/> has the error of one that failed.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>SecretNotFound</c>, <c>SecretDeleted</c>.</exception>
    public async Task<IReadOnlyList<LakeSecretReplica>> AddAsync(
        string? id, IReadOnlyList<string> regions, string? kmsKeyId, bool overwrite, CancellationToken cancellationToken)
    {
        var request = new ReplicateSecretToRegionsRequest
        {
            SecretId = SecretErrors.CheckId(id),
            AddReplicaRegions = Regions(regions, kmsKeyId),
            ForceOverwriteReplicaSecret = overwrite ? true : null,
        };
        var describe = new DescribeSecretRequest { SecretId = id };
        await SecretErrors.CallAsync(id!, () => LostAnswers.CallAsync(
            () => Client.ReplicateSecretToRegionsAsync(request, cancellationToken),
            async () => (await CopiesAsync(describe, cancellationToken).ConfigureAwait(false)) is var copies
                && regions.All(region => copies.Exists(copy => copy.Region == region && copy.Status != StatusType.Failed))))
                .ConfigureAwait(false);
        var secret = await SecretErrors.CallAsync(id!, () => Client.DescribeSecretAsync(describe, cancellationToken)).ConfigureAwait(false);
        return [.. SecretMapping.ToInfo(secret).Replica.Where(replica => regions.Contains(replica.Region))];
    }

    /// <summary>Deletes copies.</summary>
    /// <param name="id">Name or ARN.</param>
    /// <param name="regions">Their regions.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>SecretNotFound</c>.</exception>
    public Task RemoveAsync(string? id, IReadOnlyList<string> regions, CancellationToken cancellationToken)
    {
        var request = new RemoveRegionsFromReplicationRequest { SecretId = SecretErrors.CheckId(id), RemoveReplicaRegions = [.. regions] };
        return SecretErrors.CallAsync(id!, () => LostAnswers.CallAsync(
            () => Client.RemoveRegionsFromReplicationAsync(request, cancellationToken),
            async () => !(await CopiesAsync(new DescribeSecretRequest { SecretId = id }, cancellationToken).ConfigureAwait(false))
                .Exists(copy => regions.Contains(copy.Region))));
    }

    /// <summary>The error of a copy that failed: the call that begins it succeeds.</summary>
    /// <param name="copy">The copy.</param>
    /// <returns>The error <c>SecretReplicaFailed</c>; null if the copy has not failed.</returns>
    public static LakeException? Failure(LakeSecretReplica copy) => copy.State != StatusType.Failed.Value ? null
        : Fault.SecretReplicaFailed(copy, copy.Name, copy.Region, copy.Message);

    private async Task<List<ReplicationStatusType>> CopiesAsync(DescribeSecretRequest request, CancellationToken cancellationToken) =>
        (await Client.DescribeSecretAsync(request, cancellationToken).ConfigureAwait(false)).ReplicationStatus ?? [];

    /// <summary>Makes a copy a secret of its own. The service takes this in the copy's region only.</summary>
    /// <param name="id">The copy's name, or its ARN.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>SecretNotFound</c>.</exception>
    public Task DetachAsync(string? id, CancellationToken cancellationToken)
    {
        var request = new StopReplicationToReplicaRequest { SecretId = SecretErrors.CheckId(id) };
        return SecretErrors.CallAsync(id!, () => LostAnswers.CallAsync(
            () => Client.StopReplicationToReplicaAsync(request, cancellationToken),
            async () => (await Client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = id }, cancellationToken)
                .ConfigureAwait(false)).PrimaryRegion is not { } primary || primary == connection.Region));
    }

    internal static List<ReplicaRegionType> Regions(IEnumerable<string> regions, string? kmsKeyId) =>
        [.. regions.Select(region => new ReplicaRegionType { Region = region, KmsKeyId = kmsKeyId })];
}
