using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Secrets;

/// <summary>Sets up, starts, awaits and ends the rotation of secrets.</summary>
/// <param name="connection">The lake.</param>
public sealed class SecretRotationService(LakeConnection connection)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(10);

    private IAmazonSecretsManager Client => connection.Clients.SecretsManager;

    /// <summary>Sets up rotation where options say so, and starts one unless it is to wait for its schedule.</summary>
    /// <param name="id">Name or ARN.</param>
    /// <param name="options">The rotation settings.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id of the version that the rotation makes; null if none was started.</returns>
    /// <exception cref="LakeException">
    /// <c>SecretIdEmpty</c>, <c>SecretNotFound</c>, <c>SecretDeleted</c>, <c>SecretRotationRunning</c>, <c>SecretRotationNotSetUp</c>,
    /// <c>SecretRotationScheduleMissing</c>.
    /// </exception>
    public async Task<string?> StartAsync(string? id, RotationOptions options, CancellationToken cancellationToken)
    {
        var request = new RotateSecretRequest
        {
            SecretId = SecretErrors.CheckId(id),
            RotationLambdaARN = options.LambdaArn,
            ExternalSecretRotationRoleArn = options.ExternalRoleArn,
            ExternalSecretRotationMetadata = options.ExternalMetadata is not { Count: > 0 } metadata ? null
                : [.. metadata.Select(item => new ExternalSecretRotationMetadataItem { Key = item.Key, Value = item.Value })],
            RotationRules = await RulesAsync(id!, options, cancellationToken).ConfigureAwait(false),
            RotateImmediately = options.Immediately,
        };
        try
        {
            var started = await SecretErrors.CallAsync(id!, () => Client.RotateSecretAsync(request, cancellationToken))
                .ConfigureAwait(false);
            return options.Immediately == false || string.IsNullOrEmpty(started.VersionId) ? null : started.VersionId;
        }
        catch (InvalidRequestException exception) when (exception.Message.Contains("isn't complete", StringComparison.Ordinal))
        {
            throw Fault.SecretRotationRunning(id, inner: exception);
        }
        catch (InvalidRequestException exception) when (exception.Message.Contains("function ARN", StringComparison.Ordinal))
        {
            throw Fault.SecretRotationNotSetUp(id, inner: exception);
        }
    }

    /// <summary>
    /// Waits until the version that a rotation makes is current. Polls often at first, and less and less often the longer it takes.
    /// </summary>
    /// <param name="id">Name or ARN.</param>
    /// <param name="versionId">The version.</param>
    /// <param name="timeout">The maximum wait.</param>
    /// <param name="progress">Takes what is waited for.</param>
    /// <param name="cancellationToken">Ends the wait; the rotation continues.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>SecretRotationFailed</c>, <c>SecretRotationTimeout</c>.</exception>
    public async Task WaitAsync(string id, string versionId, TimeSpan timeout, IProgress<LakeProgress> progress,
        CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        var pause = s_firstPause;
        var request = new DescribeSecretRequest { SecretId = id };
        while (true)
        {
            var secret = await SecretErrors.CallAsync(id, () => Client.DescribeSecretAsync(request, cancellationToken))
                .ConfigureAwait(false);
            var stages = (secret.VersionIdsToStages ?? []).GetValueOrDefault(versionId) ?? [];
            if (stages.Contains(VersionStages.Current)) return;
            if (!stages.Contains(VersionStages.Pending) || secret.RotationEnabled != true)
                throw Fault.SecretRotationFailed(id, versionId);
            var left = timeout - TimeProvider.System.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                throw Fault.SecretRotationTimeout(id, (long)timeout.TotalSeconds);
            }

            progress.Report(new LakeProgress($"Rotation of {secret.Name}", "The new version is not current yet"));
            await WaitPause.DelayAsync(pause, left, cancellationToken).ConfigureAwait(false);
            pause = pause * 1.5 < s_longestPause ? pause * 1.5 : s_longestPause;
        }
    }

    /// <summary>Turns rotation off, and ends one that runs.</summary>
    /// <param name="id">Name or ARN.</param>
    /// <param name="removePending">True to take AWSPENDING from the version that the rotation left behind, which otherwise blocks
    /// the next one.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>SecretNotFound</c>, <c>SecretDeleted</c>.</exception>
    public async Task StopAsync(string? id, bool removePending, CancellationToken cancellationToken)
    {
        var cancel = new CancelRotateSecretRequest { SecretId = SecretErrors.CheckId(id) };
        await SecretErrors.CallAsync(id!, () => Client.CancelRotateSecretAsync(cancel, cancellationToken)).ConfigureAwait(false);
        if (!removePending) return;
        await LaterStep.CallAsync(id!, $"The rotation of the secret '{id}' was turned off", "the label AWSPENDING was not removed",
            () => RemovePendingAsync(id!, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> RemovePendingAsync(string id, CancellationToken cancellationToken)
    {
        var describe = new DescribeSecretRequest { SecretId = id };
        var secret = await SecretErrors.CallAsync(id, () => Client.DescribeSecretAsync(describe, cancellationToken)).ConfigureAwait(false);
        var left = (secret.VersionIdsToStages ?? [])
            .FirstOrDefault(version => version.Value.Contains(VersionStages.Pending) && !version.Value.Contains(VersionStages.Current)).Key;
        if (left is null) return false;
        var move = new UpdateSecretVersionStageRequest
        {
            SecretId = secret.ARN,
            VersionStage = VersionStages.Pending,
            RemoveFromVersionId = left,
        };
        return await SecretErrors.CallAsync(id, () => LostAnswers.CallAsync(
            () => Client.UpdateSecretVersionStageAsync(move, cancellationToken),
            async () => (await Client.DescribeSecretAsync(describe, cancellationToken).ConfigureAwait(false))
                .VersionIdsToStages?.GetValueOrDefault(left)?.Contains(VersionStages.Pending) != true))
            .ConfigureAwait(false);
    }

    // RotateSecret replaces the rules whole. It accepts days or a schedule, but DescribeSecret returns the days of a schedule too.
    private async Task<RotationRulesType?> RulesAsync(string id, RotationOptions options, CancellationToken cancellationToken)
    {
        if (options with { Immediately = null } == new RotationOptions()) return null;
        var isWhole = options.Duration is not null && (options.Schedule is not null || options.Days is not null);
        var describe = new DescribeSecretRequest { SecretId = id };
        var old = isWhole ? null : (await SecretErrors.CallAsync(id, () => Client.DescribeSecretAsync(describe, cancellationToken))
            .ConfigureAwait(false)).RotationRules;
        var schedule = options.Schedule ?? (options.Days is null ? old?.ScheduleExpression : null);
        var rules = new RotationRulesType
        {
            ScheduleExpression = schedule,
            AutomaticallyAfterDays = options.Days ?? (schedule is null ? old?.AutomaticallyAfterDays : null),
            Duration = options.Duration ?? old?.Duration,
        };
        if (rules is not { ScheduleExpression: null, AutomaticallyAfterDays: null }) return rules;
        return rules.Duration is null ? null : throw Fault.SecretRotationScheduleMissing(id);
    }
}
