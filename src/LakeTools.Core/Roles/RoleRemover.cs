using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Roles;

/// <summary>Removes roles with their policies.</summary>
/// <param name="roles">Lists the policies.</param>
/// <param name="connection">The lake.</param>
internal sealed class RoleRemover(RoleService roles, LakeConnection connection)
{
    private readonly IAmazonIdentityManagementService _client = connection.Clients.Iam;

    /// <inheritdoc cref="RoleService.RemoveAsync"/>
    public async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        if (await InstanceProfilesAsync(name, cancellationToken).ConfigureAwait(false) is { Count: > 0 } profiles)
            throw Fault.RoleInUse(name, $"It is in an instance profile: {string.Join(", ", profiles)}. Remove it from there first.");
        var removed = new List<string>();
        try
        {
            foreach (var arn in await roles.AttachedAsync(name, cancellationToken).ConfigureAwait(false))
            {
                await IgnoreMissingAsync(() =>
                    _client.DetachRolePolicyAsync(new DetachRolePolicyRequest { RoleName = name, PolicyArn = arn }, cancellationToken))
                    .ConfigureAwait(false);
                removed.Add(arn);
            }

            foreach (var policy in await roles.InlineAsync(name, cancellationToken).ConfigureAwait(false))
            {
                await IgnoreMissingAsync(() =>
                    _client.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = name, PolicyName = policy }, cancellationToken))
                    .ConfigureAwait(false);
                removed.Add(policy);
            }

            await RoleErrors.CallAsync(name, () => _client.DeleteRoleAsync(new DeleteRoleRequest { RoleName = name }, cancellationToken))
                .ConfigureAwait(false);
        }
        catch (Exception error) when (removed.Count > 0 && error is not LakeException { Id: nameof(Fault.RoleNotFound) }
            && (error is LakeException || SdkErrors.CanTranslate(error)))
        {
            throw Fault.RoleNotRemoved(name, string.Join(", ", removed), error.Message, inner: error);
        }
    }

    // A caller who may not list them gets the answer of IAM to the removal.
    private async Task<List<string>> InstanceProfilesAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await RoleErrors.CallAsync(name, async () =>
            {
                var names = new List<string>();
                await foreach (var profile in _client.Paginators.ListInstanceProfilesForRole(
                    new ListInstanceProfilesForRoleRequest { RoleName = name }).InstanceProfiles.WithCancellation(cancellationToken)
                    .ConfigureAwait(false)) names.Add(profile.InstanceProfileName);
                return names;
            }).ConfigureAwait(false);
        }
        catch (AmazonServiceException error) when (error.ErrorCode == "AccessDenied")
        {
            return [];
        }
    }

    private static async Task IgnoreMissingAsync<T>(Func<Task<T>> call)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (NoSuchEntityException)
        {
            // Somebody else took it away in the meantime, which is what we want.
        }
    }
}
