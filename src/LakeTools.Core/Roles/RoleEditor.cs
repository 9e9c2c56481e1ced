using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Roles;

/// <summary>Makes and changes roles with policies of any kind.</summary>
/// <param name="connection">The lake.</param>
internal sealed class RoleEditor(LakeConnection connection)
{
    private const string Resource = ":role";

    /// <summary>The trust policies that a word represents.</summary>
    public static IReadOnlyDictionary<string, string> Trusts { get; } =
        Enum.GetValues<RoleTrust>().ToDictionary(service => service.ToString(), RolePolicies.Trust);

    private IAmazonIdentityManagementService Client => connection.Clients.Iam;

    /// <summary>The path within an ARN; null for the root.</summary>
    public static string? PathOf(string arn)
    {
        var path = arn[(arn.IndexOf(Resource, StringComparison.Ordinal) + Resource.Length)..(arn.LastIndexOf('/') + 1)];
        return path.Length > 1 ? path : null;
    }

    /// <summary>Makes a role and waits until it can be used.</summary>
    /// <exception cref="LakeException"><c>RoleExists</c>, <c>PolicyNotFound</c>, <c>RoleNotReady</c>.</exception>
    public async Task CreateAsync(string name, RoleProperties role, CancellationToken cancellationToken)
    {
        var request = new CreateRoleRequest
        {
            RoleName = name,
            AssumeRolePolicyDocument = role.Trust,
            Path = role.Path,
            Tags = role.Tags.Count == 0 ? null : [.. role.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })],
        };
        await RoleCreation.CallAsync(Client, request, cancellationToken).ConfigureAwait(false);
        await ChangePoliciesAsync(name, role, cancellationToken).ConfigureAwait(false);
        await new RoleWaiter(new RoleService(connection), connection)
            .WaitAsync(name, role.Managed, role.Policies.Count > 0, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes a role.</summary>
    /// <exception cref="LakeException"><c>RoleNotFound</c>, <c>RolePathFixed</c>, <c>PolicyNotFound</c>.</exception>
    public async Task ChangeAsync(string name, RoleProperties role, CancellationToken cancellationToken)
    {
        if (role.Path is not null) throw Fault.RolePathFixed(name);
        if (role.Trust is { } trust)
            await RoleErrors.CallAsync(name, () => Client.UpdateAssumeRolePolicyAsync(
                new UpdateAssumeRolePolicyRequest { RoleName = name, PolicyDocument = trust }, cancellationToken)).ConfigureAwait(false);
        await ChangePoliciesAsync(name, role, cancellationToken).ConfigureAwait(false);
        var set = role.Tags.Where(tag => tag.Value is not null).Select(tag => new Tag { Key = tag.Key, Value = tag.Value }).ToList();
        var gone = role.Tags.Where(tag => tag.Value is null).Select(tag => tag.Key).ToList();
        if (gone.Count > 0)
            await RoleErrors.CallAsync(name, () => Client.UntagRoleAsync(
                new UntagRoleRequest { RoleName = name, TagKeys = gone }, cancellationToken)).ConfigureAwait(false);
        if (set.Count > 0)
            await RoleErrors.CallAsync(name, () => Client.TagRoleAsync(
                new TagRoleRequest { RoleName = name, Tags = set }, cancellationToken)).ConfigureAwait(false);
    }

    // Policies are added before others are removed.
    private async Task ChangePoliciesAsync(string name, RoleProperties role, CancellationToken cancellationToken)
    {
        foreach (var (policy, document) in role.Policies.Where(policy => policy.Value is not null))
            await RoleErrors.CallAsync(name, () => Client.PutRolePolicyAsync(
                new PutRolePolicyRequest { RoleName = name, PolicyName = policy, PolicyDocument = document }, cancellationToken))
                .ConfigureAwait(false);
        foreach (var arn in role.Managed)
            await new RoleService(connection).AttachAsync(name, arn, cancellationToken).ConfigureAwait(false);
        foreach (var (policy, _) in role.Policies.Where(policy => policy.Value is null))
            await RoleErrors.CallAsync(name, () => Client.DeleteRolePolicyAsync(
                new DeleteRolePolicyRequest { RoleName = name, PolicyName = policy }, cancellationToken)).ConfigureAwait(false);
        foreach (var arn in role.Detached)
            await RoleErrors.CallAsync(name, () => Client.DetachRolePolicyAsync(
                new DetachRolePolicyRequest { RoleName = name, PolicyArn = arn }, cancellationToken)).ConfigureAwait(false);
    }
}
