using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Secrets;

/// <summary>Reads the version of a secret in which a change sets one key.</summary>
/// <param name="client">The client.</param>
/// <param name="id">Name or ARN.</param>
/// <param name="change">The change, with a key.</param>
internal sealed class SecretKeyReader(IAmazonSecretsManager client, string id, SecretChange change)
{
    private readonly bool _isCurrent = change.Stages.Count == 0 || change.Stages.Contains(VersionStages.Current);

    /// <summary>Reads the version with the labels of the change; the current one if no version has them.</summary>
    /// <exception cref="LakeException"><c>SecretNotFound</c>, <c>SecretDeleted</c>, <c>SecretIsNoJson</c>, <c>SecretKeyAmbiguous</c>,
    /// <c>SecretVersionAmbiguous</c>.</exception>
    public async Task<SecretKeyRead> ReadAsync(CancellationToken cancellationToken)
    {
        GetSecretValueResponse? labelled = null;
        foreach (var stage in _isCurrent ? [VersionStages.Current] : change.Stages.Distinct(StringComparer.Ordinal))
        {
            if (await FindAsync(stage, cancellationToken).ConfigureAwait(false) is not { } found) continue;
            if (labelled is not null && labelled.VersionId != found.VersionId)
                throw Fault.SecretVersionAmbiguous(id, string.Join(", ", change.Stages));
            labelled = found;
        }

        var read = labelled ?? await CallAsync(VersionStages.Current, cancellationToken).ConfigureAwait(false);
        var changed = Changed(read.SecretString);
        return new SecretKeyRead(read.VersionId, labelled is not null, change.Stages, changed, changed.Text == read.SecretString);
    }

    private async Task<GetSecretValueResponse?> FindAsync(string stage, CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(stage, cancellationToken).ConfigureAwait(false);
        }
        catch (LakeException exception) when (exception.Id == nameof(Fault.SecretVersionNotFound))
        {
            return null;
        }
    }

    private Task<GetSecretValueResponse> CallAsync(string stage, CancellationToken cancellationToken) => SecretErrors.CallAsync(id, () =>
        client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = id, VersionStage = stage }, cancellationToken));

    private SecretContent Changed(string? json)
    {
        if (change.Content!.Text is not { } text || json is null)
            throw Fault.SecretIsNoJson(id, "the value, or the one to set, is binary");
        var content = SecretContent.OfText(json);
        if (content.Kind != LakeSecretKind.Json) throw Fault.SecretIsNoJson(id, content.ObjectFault);
        return content.With(SecretKeys.Find(content.Keys, change.Key!, id) ?? change.Key!, text);
    }
}
