using System.Runtime.CompilerServices;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Secrets;

/// <summary>Reads and writes secrets. Whatever value passes through is remembered by <see cref="SecretGuard"/>, as a hash.</summary>
/// <param name="connection">The lake.</param>
public sealed class SecretService(LakeConnection connection)
{
    private const int MaximumAttempts = 200;

    private IAmazonSecretsManager Client => connection.Clients.SecretsManager;

    /// <summary>Reads a secret's value.</summary>
    /// <param name="id">Name, ARN or ARN without its suffix.</param>
    /// <param name="versionId">A version; null for the stage's version.</param>
    /// <param name="versionStage">A staging label; null for AWSCURRENT.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The secret.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>SecretNotFound</c>, <c>SecretVersionNotFound</c>,
    /// <c>SecretDeleted</c>.</exception>
    public async Task<LakeSecret> GetAsync(string? id, string? versionId, string? versionStage, CancellationToken cancellationToken)
    {
        var request = new GetSecretValueRequest { SecretId = SecretErrors.CheckId(id), VersionId = versionId, VersionStage = versionStage };
        var value = await SecretErrors.CallAsync(id!, () => Client.GetSecretValueAsync(request, cancellationToken)).ConfigureAwait(false);
        var content = SecretContent.Of(value.SecretString, value.SecretBinary) ?? throw SecretErrors.WithoutValue(value.Name);
        SecretGuard.Process.Remember(content);
        return new LakeSecret(value.Name, value.ARN, value.VersionId, [.. value.VersionStages ?? []], value.CreatedDate?.ToLocalTime(),
            content);
    }

    /// <summary>Describes secrets: one by its id, or all that match a pattern.</summary>
    /// <param name="id">Name, ARN or pattern; null for all.</param>
    /// <param name="includeDeleted">True for those that wait for their recovery window to end, too.</param>
    /// <param name="filters">Filters of the service, for patterns; null for none.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The secrets, by name.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>SecretNotFound</c>, <c>SecretFilterUnknown</c>.</exception>
    public async IAsyncEnumerable<LakeSecretInfo> DescribeAsync(
        string? id, bool includeDeleted, IReadOnlyDictionary<string, IReadOnlyList<string>>? filters,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pattern = new KeyPattern(id is null ? "*" : SecretErrors.CheckId(id));
        if (!pattern.HasWildcards)
        {
            var request = new DescribeSecretRequest { SecretId = pattern.Prefix };
            var one = await SecretErrors.CallAsync(id!, () => Client.DescribeSecretAsync(request, cancellationToken)).ConfigureAwait(false);
            if (filters is null || await IsChosenAsync(one, includeDeleted, filters, cancellationToken).ConfigureAwait(false))
                yield return SecretMapping.ToInfo(one);
            yield break;
        }

        var list = new ListSecretsRequest { IncludePlannedDeletion = includeDeleted, SortBy = SortByType.Name,
            SortOrder = SortOrderType.Asc };
        var chosen = filters is null ? [] : SecretFilters.Of(filters);
        if (pattern.Prefix.Length > 0) chosen.Add(new Filter { Key = FilterNameStringType.Name, Values = [pattern.Prefix] });
        if (chosen.Count > 0) list.Filters = chosen;
        await foreach (var page in Client.Paginators.ListSecrets(list).Responses.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var item in page.SecretList ?? [])
                if (pattern.IsMatch(item.Name)) yield return SecretMapping.ToInfo(item);
    }

    /// <summary>Refuses what is neither an ARN nor a name of a secret, before any call.</summary>
    /// <param name="id">The name or ARN.</param>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>InvalidSecretName</c>.</exception>
    public static void CheckId(string? id) => _ = SecretErrors.CheckExact(id);

    /// <summary>Refuses what is not a name for a new secret, before any call.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>InvalidSecretName</c>.</exception>
    public static void CheckName(string? name) => _ = SecretErrors.CheckName(name);

    // Only the list has the filters.
    private async Task<bool> IsChosenAsync(DescribeSecretResponse secret, bool includeDeleted,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters, CancellationToken cancellationToken)
    {
        var list = new ListSecretsRequest { IncludePlannedDeletion = includeDeleted || secret.DeletedDate is not null };
        list.Filters = [.. SecretFilters.Of(filters), new Filter { Key = FilterNameStringType.Name, Values = [secret.Name] }];
        await foreach (var page in Client.Paginators.ListSecrets(list).Responses.WithCancellation(cancellationToken).ConfigureAwait(false))
            if ((page.SecretList ?? []).Exists(item => item.ARN == secret.ARN)) return true;
        return false;
    }

    /// <summary>Makes a secret.</summary>
    /// <param name="secret">The new secret.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Its metadata, without its value.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>InvalidSecretName</c>, <c>SecretExists</c>,
    /// <c>SecretDeleted</c>.</exception>
    public async Task<Written<LakeSecretInfo>> CreateAsync(NewSecret secret, CancellationToken cancellationToken)
    {
        var request = new CreateSecretRequest
        {
            Name = SecretErrors.CheckName(secret.Name),
            SecretString = secret.Content?.Text,
            SecretBinary = BytesOf(secret.Content),
            Description = secret.Description,
            Type = secret.Type,
            KmsKeyId = secret.KmsKeyId,
            Tags = secret.Tags.Count == 0 ? null : Tags(secret.Tags),
            AddReplicaRegions = secret.ReplicaRegions.Count == 0 ? null : SecretReplicaService.Regions(secret.ReplicaRegions, null),
        };
        if (secret.Content is { } content) SecretGuard.Process.Remember(content);
        var made = await SecretErrors.CallAsync(secret.Name, () => Client.CreateSecretAsync(request, cancellationToken))
            .ConfigureAwait(false);
        return Written(made.ARN, $"The secret '{secret.Name}' was created", secret.Content);
    }

    /// <summary>Changes a secret: its value, one key of it, its description, its key of encryption.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Its metadata after the change.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>SecretNotFound</c>, <c>SecretDeleted</c>,
    /// <c>SecretIsNoJson</c>, <c>SecretKeyAmbiguous</c>, <c>SecretVersionAmbiguous</c>, <c>SecretChanging</c>,
    /// <c>ChangedPartly</c>.</exception>
    public async Task<Written<LakeSecretInfo>> ChangeAsync(SecretChange change, CancellationToken cancellationToken)
    {
        var id = SecretErrors.CheckId(change.Id);
        if (change.Key is null)
            return await ApplyAsync(id, change, change.Content, null, cancellationToken).ConfigureAwait(false);

        // The service has no condition for a write. But the ID of the new version is made of the ID of the version that was read, so of
        // two callers that read the same version, the service rejects the second.
        var reader = new SecretKeyReader(Client, id, change);
        var (last, made, repeated) = ("", "", 0);
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var isWritten = read.VersionId == made && read.IsUnchanged; // by this command, and the answer was lost
            repeated = read.VersionId == last ? repeated + 1 : 0;
            (last, made) = (read.VersionId, read.NewVersionId(repeated));
            try
            {
                var written = await ApplyAsync(id, change, isWritten ? null : read.Changed, made, cancellationToken).ConfigureAwait(false);
                var info = await written.ReadAsync(cancellationToken).ConfigureAwait(false);

                // A version that already has this ID and value is not written again, and its labels are not moved.
                if (isWritten || read.IsReplacedIn(info))
                    return connection.Written(id, $"The secret '{id}' was changed", _ => Task.FromResult(Told(info, read.Changed)));
            }
            catch (LakeException exception) when (exception.Id == nameof(Fault.SecretExists))
            {
                // Another caller was first, or this version was changed before and restored since.
            }
        }

        throw Fault.SecretChanging(id, MaximumAttempts);
    }

    private async Task<Written<LakeSecretInfo>> ApplyAsync(
        string id, SecretChange change, SecretContent? content, string? versionId, CancellationToken cancellationToken)
    {
        var changed = $"The secret '{id}' was changed";
        string? done = null; // what was changed before a call that may fail
        if (content is not null) SecretGuard.Process.Remember(content);
        if (change.Description is not null || change.KmsKeyId is not null || (content is not null && change.Stages.Count == 0))
        {
            var request = new UpdateSecretRequest
            {
                SecretId = id,
                SecretString = change.Stages.Count == 0 ? content?.Text : null,
                SecretBinary = change.Stages.Count == 0 ? BytesOf(content) : null,
                ClientRequestToken = change.Stages.Count == 0 ? versionId : null,
                Description = change.Description,
                KmsKeyId = change.KmsKeyId,
            };
            await SecretErrors.CallAsync(id, () => Client.UpdateSecretAsync(request, cancellationToken)).ConfigureAwait(false);
            done = changed;
        }

        if (content is not null && change.Stages.Count > 0)
        {
            var put = new PutSecretValueRequest { SecretId = id, SecretString = content.Text, SecretBinary = BytesOf(content),
                VersionStages = [.. change.Stages], ClientRequestToken = versionId };
            await LaterStep.CallAsync(id, done, "its value was not", () => SecretErrors.CallAsync(
                id, () => Client.PutSecretValueAsync(put, cancellationToken)), cancellationToken).ConfigureAwait(false);
            done = changed;
        }

        await ChangeTagsAsync(id, change, done, cancellationToken).ConfigureAwait(false);
        return Written(id, changed, content);
    }

    /// <summary>The metadata of a secret that was changed.</summary>
    /// <param name="id">Name or ARN.</param>
    /// <param name="what">The change, as a sentence without its dot.</param>
    /// <param name="content">The new value; null if it has none.</param>
    public Written<LakeSecretInfo> Written(string id, string what, SecretContent? content = null) => connection.Written(id, what,
        async token => Told(await DescribeOneAsync(id, token).ConfigureAwait(false), content));

    // The service does not say what a value is; who wrote it knows.
    private static LakeSecretInfo Told(LakeSecretInfo info, SecretContent? written) =>
        written is null ? info : info with { Kind = written.Kind.ToString(), Key = [.. written.Keys] };

    /// <summary>Deletes a secret: at the end of a recovery window, or at once.</summary>
    /// <param name="id">Name or ARN.</param>
    /// <param name="recoveryDays">7 to 30; null for the service's 30.</param>
    /// <param name="force">True for at once, beyond recovery.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>SecretNotFound</c>, <c>SecretDeleted</c>.</exception>
    public async Task RemoveAsync(string? id, int? recoveryDays, bool force, CancellationToken cancellationToken)
    {
        SecretErrors.CheckId(id);

        // A forced delete of what is not there succeeds at the service; a mistyped name should not look like a success.
        if (force) await SecretErrors.CallAsync(id!, () =>
            Client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = id }, cancellationToken)).ConfigureAwait(false);
        var request = new DeleteSecretRequest { SecretId = id, RecoveryWindowInDays = recoveryDays, ForceDeleteWithoutRecovery = force
            ? true : null };
        await SecretErrors.CallAsync(id!, () => LostAnswers.CallAsync(
            () => Client.DeleteSecretAsync(request, cancellationToken),
            async () => (await Client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = id }, cancellationToken)
                .ConfigureAwait(false)).DeletedDate is not null))
            .ConfigureAwait(false);
    }

    /// <summary>Takes back a deletion while its recovery window is open.</summary>
    /// <param name="id">Name or ARN.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The metadata of the secret after the change.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>SecretNotFound</c>.</exception>
    public async Task<Written<LakeSecretInfo>> RestoreAsync(string? id, CancellationToken cancellationToken)
    {
        var request = new RestoreSecretRequest { SecretId = SecretErrors.CheckId(id) };
        var restored = await SecretErrors.CallAsync(id!, () => Client.RestoreSecretAsync(request, cancellationToken)).ConfigureAwait(false);
        return Written(restored.ARN, $"The secret '{id}' was restored");
    }

    /// <summary>Names of secrets for completion.</summary>
    /// <param name="prefix">The prefix of the names.</param>
    /// <param name="deleted">True for those that wait for their recovery window to end, instead of all others.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The names, page by page.</returns>
    public async IAsyncEnumerable<string> NamesAsync(string prefix, bool deleted,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var list = new ListSecretsRequest { IncludePlannedDeletion = deleted ? true : null };
        if (prefix.Length > 0) list.Filters = [new Filter { Key = FilterNameStringType.Name, Values = [prefix] }];
        var pages = Client.Paginators.ListSecrets(list).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var secret in page.SecretList ?? [])
                if (secret.DeletedDate is not null == deleted) yield return secret.Name;
    }

    /// <summary>The ARN of a secret.</summary>
    /// <param name="id">Name or ARN.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The full ARN.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>SecretNotFound</c>.</exception>
    public async Task<string> ResolveAsync(string? id, CancellationToken cancellationToken) =>
        (await DescribeOneAsync(SecretErrors.CheckId(id), cancellationToken).ConfigureAwait(false)).Arn;

    private async Task ChangeTagsAsync(string id, SecretChange change, string? done, CancellationToken cancellationToken)
    {
        if (change.Tags.Count > 0)
        {
            var tag = new TagResourceRequest { SecretId = id, Tags = Tags(change.Tags) };
            await LaterStep.CallAsync(id, done, "its tags were not", () => SecretErrors.CallAsync(
                id, () => Client.TagResourceAsync(tag, cancellationToken)), cancellationToken).ConfigureAwait(false);
            done = $"{(done is null ? "The" : $"{done}, and the")} tags {string.Join(", ", change.Tags.Keys)} of '{id}' were set";
        }

        if (change.RemovedTags.Count == 0) return;
        var untag = new UntagResourceRequest { SecretId = id, TagKeys = [.. change.RemovedTags] };
        await LaterStep.CallAsync(id, done, "the other tags were not removed", () => SecretErrors.CallAsync(
            id, () => Client.UntagResourceAsync(untag, cancellationToken)), cancellationToken).ConfigureAwait(false);
    }

    private static List<Tag> Tags(IEnumerable<KeyValuePair<string, string>> tags) =>
        [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    private static MemoryStream? BytesOf(SecretContent? content) => content is { Text: null } ? new MemoryStream(content.ToBytes()) : null;

    private async Task<LakeSecretInfo> DescribeOneAsync(string id, CancellationToken cancellationToken) => SecretMapping.ToInfo(
        await SecretErrors.CallAsync(id, () => Client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = id }, cancellationToken))
            .ConfigureAwait(false));
}
