using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Secrets;

/// <summary>The resource policies of secrets.</summary>
/// <param name="connection">The lake.</param>
public sealed class SecretPolicyService(LakeConnection connection)
{
    private IAmazonSecretsManager Client => connection.Clients.SecretsManager;

    /// <summary>Reads a secret's policy.</summary>
    /// <param name="id">Name or ARN.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The policy; null if the secret has none.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>SecretNotFound</c>, <c>SecretDeleted</c>.</exception>
    public async Task<LakeSecretPolicy?> GetAsync(string? id, CancellationToken cancellationToken)
    {
        var request = new GetResourcePolicyRequest { SecretId = SecretErrors.CheckId(id) };
        var answer = await SecretErrors.CallAsync(id!, () => Client.GetResourcePolicyAsync(request, cancellationToken))
            .ConfigureAwait(false);
        return string.IsNullOrEmpty(answer.ResourcePolicy) ? null : new LakeSecretPolicy(answer.Name, answer.ARN, answer.ResourcePolicy);
    }

    /// <summary>Replaces a secret's policy, once the service has found nothing wrong with it.</summary>
    /// <param name="id">Name or ARN.</param>
    /// <param name="policy">The policy's JSON.</param>
    /// <param name="allowPublic">True to take a policy that opens the secret to everybody.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The policy as it is now.</returns>
    /// <exception cref="LakeException">
    /// <c>SecretIdEmpty</c>, <c>SecretNotFound</c>, <c>SecretDeleted</c>, <c>SecretPolicyInvalid</c>, <c>SecretPolicyPublic</c>.
    /// </exception>
    public async Task<Written<LakeSecretPolicy?>> SetAsync(string? id, string policy, bool allowPublic, CancellationToken cancellationToken)
    {
        var validate = new ValidateResourcePolicyRequest { SecretId = SecretErrors.CheckId(id), ResourcePolicy = policy };
        var put = new PutResourcePolicyRequest { SecretId = id, ResourcePolicy = policy, BlockPublicPolicy = !allowPublic };
        try
        {
            var validation = await SecretErrors.CallAsync(id!, () => Client.ValidateResourcePolicyAsync(validate, cancellationToken))
                .ConfigureAwait(false);
            var findings = (validation.ValidationErrors ?? []).Where(finding => !allowPublic || finding.CheckName != "PUBLIC_POLICY")
                .ToList();
            if (findings.Count > 0) throw Invalid(null, id!, string.Join(' ', findings.Select(finding => finding.ErrorMessage)));
            await SecretErrors.CallAsync(id!, () => Client.PutResourcePolicyAsync(put, cancellationToken)).ConfigureAwait(false);
        }
        catch (MalformedPolicyDocumentException exception)
        {
            throw Invalid(exception, id!, exception.Message);
        }
        catch (PublicPolicyException exception)
        {
            throw Fault.SecretPolicyPublic(id, inner: exception);
        }

        return connection.Written(id!, $"The policy of the secret '{id}' was set", token => GetAsync(id, token));
    }

    /// <summary>Removes a secret's policy.</summary>
    /// <param name="id">Name or ARN.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>SecretNotFound</c>, <c>SecretDeleted</c>.</exception>
    public Task RemoveAsync(string? id, CancellationToken cancellationToken)
    {
        var request = new DeleteResourcePolicyRequest { SecretId = SecretErrors.CheckId(id) };
        return SecretErrors.CallAsync(id!, () => Client.DeleteResourcePolicyAsync(request, cancellationToken));
    }

    private static LakeException Invalid(Exception? cause, string id, string why) => cause is null
        ? Fault.SecretPolicyInvalid(id, why)
        : Fault.SecretPolicyInvalid(id, why, inner: cause);
}
