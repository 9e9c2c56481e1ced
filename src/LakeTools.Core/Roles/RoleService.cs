using System.Runtime.CompilerServices;
using Amazon;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using LakeTools.Core.Calls;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Roles;

/// <summary>Makes, finds and removes roles for jobs and locations.</summary>
/// <param name="connection">The lake.</param>
public sealed class RoleService(LakeConnection connection)
{
    /// <summary>The name of the inline policy that a new role gets for its folders.</summary>
    public const string InlinePolicy = RolePolicies.InlineName;

    private const int UsualSession = 3600; // seconds; IAM API reference, CreateRole

    private IAmazonIdentityManagementService Client => connection.Clients.Iam;

    private string Partition => connection.Home.Partition;

    /// <summary>Refuses what no role can be made of. Calls nothing.</summary>
    /// <param name="role">The new role.</param>
    /// <exception cref="LakeException"><c>InvalidRoleName</c>, <c>InvalidPolicyArn</c>, <c>InvalidS3Uri</c> or
    /// <c>BucketNameInvalid</c>.</exception>
    public static void Check(NewRole role) => Folders(role);

    /// <summary>
    /// Makes a role and waits until it can be used. Where a step fails, what was made is removed again; a role that may be another caller's
    /// is not.
    /// </summary>
    /// <param name="role">The new role.</param>
    /// <param name="progress">Takes how far it is; may be null.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The role.</returns>
    /// <exception cref="LakeException">
    /// <c>InvalidRoleName</c>, <c>InvalidPolicyArn</c>, <c>InvalidS3Uri</c>, <c>RoleExists</c>, <c>PolicyNotFound</c>;
    /// <c>RoleLeftBehind</c>, <c>RoleNotReady</c> and <c>ResultNotRead</c>, with which the role stays.
    /// </exception>
    public async Task<LakeRole> CreateAsync(NewRole role, IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var inline = RolePolicies.Inline(role.Service, Folders(role), Partition);
        var managed = role.ManagedPolicyArns ?? RolePolicies.DefaultManaged(role.Service, Partition);
        var request = new CreateRoleRequest
        {
            RoleName = role.Name,
            AssumeRolePolicyDocument = RolePolicies.Trust(role.Service),
            Tags = role.Tags.Count == 0 ? null : [.. role.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })],
        };
        var isOwn = await RoleCreation.CallAsync(Client, request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (inline is not null)
            {
                var policy = new PutRolePolicyRequest { RoleName = role.Name, PolicyName = RolePolicies.InlineName,
                    PolicyDocument = inline };
                await Client.PutRolePolicyAsync(policy, cancellationToken).ConfigureAwait(false);
            }

            foreach (var arn in managed) await AttachAsync(role.Name, arn, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is LakeException || SdkErrors.CanTranslate(error))
        {
            if (!isOwn)
                throw Fault.RoleLeftBehind(role.Name, error.Message, "The response to its creation was lost, so it may be another caller's",
                    inner: error);
            if (await TryRemoveAsync(role.Name).ConfigureAwait(false)) throw;
            throw Fault.RoleLeftBehind(role.Name, error.Message, "Its removal failed", inner: error);
        }
        catch when (isOwn)
        {
            await TryRemoveAsync(role.Name).ConfigureAwait(false); // it was stopped
            throw;
        }

        return await new RoleWaiter(this, connection).WaitAsync(role.Name, managed, inline is not null, progress, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>The further properties of a role, as text.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The words; none where the properties are all.</returns>
    public static IReadOnlyList<string> NotShown(LakeRole role) => RolePolicies.IsPlain(role.TrustPolicy) ? role.Further
        : [.. role.Further, "what the trust policy has besides services (conditions and other principals)"];

    /// <summary>Reads one role.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The role.</returns>
    /// <exception cref="LakeException"><c>RoleNotFound</c>.</exception>
    public async Task<LakeRole> GetAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await RoleErrors.CallAsync(name, () => Client.GetRoleAsync(new GetRoleRequest { RoleName = name }, cancellationToken))
            .ConfigureAwait(false);
        return await ReadAsync(answer.Role, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one role by its name, or all that match a pattern.</summary>
    /// <param name="name">A name, an ARN, <c>role/name</c>, or a pattern of names.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The roles, page by page.</returns>
    /// <exception cref="LakeException"><c>RoleNotFound</c>.</exception>
    public async IAsyncEnumerable<LakeRole> FindAsync(string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Names of roles that differ in case alone are one (IAM user guide, quotas).
        var pattern = new KeyPattern(RoleNames.Of(name).ToUpperInvariant());
        if (!pattern.HasWildcards)
        {
            yield return await GetAsync(RoleNames.Of(name), cancellationToken).ConfigureAwait(false);
            yield break;
        }

        await foreach (var role in Client.Paginators.ListRoles(new ListRolesRequest()).Roles.WithCancellation(cancellationToken)
            .ConfigureAwait(false))
            // Lists of roles have no tags and no permissions boundaries.
            if (pattern.IsMatch(role.RoleName.ToUpperInvariant()) && await ListedThing.ReadAsync<LakeRole?>(async () =>
                await GetAsync(role.RoleName, cancellationToken).ConfigureAwait(false), nameof(Fault.RoleNotFound), null)
                .ConfigureAwait(false) is { } found) yield return found;
    }

    /// <summary>The ARNs of all roles, for completion.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The ARNs.</returns>
    public async IAsyncEnumerable<string> ArnsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var role in Client.Paginators.ListRoles(new ListRolesRequest()).Roles.WithCancellation(cancellationToken)
            .ConfigureAwait(false))
            yield return role.Arn;
    }

    /// <summary>
    /// Removes a role: detaches its managed policies and deletes its inline ones first, without which IAM does not delete it. A role in an
    /// instance profile, which IAM does not delete either, keeps its policies.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>RoleNotFound</c>, or <c>RoleInUse</c> where instance profiles hold it;
    /// <c>RoleNotRemoved</c>, with which it has lost policies.</exception>
    public Task RemoveAsync(string name, CancellationToken cancellationToken) =>
        new RoleRemover(this, connection).RemoveAsync(name, cancellationToken);

    private static List<S3Uri> Folders(NewRole role)
    {
        RoleNames.Check(role.Name);
        foreach (var arn in role.ManagedPolicyArns ?? []) RoleNames.CheckPolicy(arn);
        return [.. role.Paths.Select(Folder).Distinct()];
    }

    private static S3Uri Folder(string path)
    {
        // In a policy they would open more than the folder that is named.
        if (path.AsSpan().IndexOfAny('*', '?') >= 0)
        {
            throw Fault.InvalidS3Uri(path, "a role's path is a folder, without wildcards");
        }

        return S3Uri.Parse(path);
    }

    /// <summary>Attaches a managed policy.</summary>
    internal async Task AttachAsync(string name, string arn, CancellationToken cancellationToken)
    {
        try
        {
            await Client.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = name, PolicyArn = arn }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (NoSuchEntityException exception)
        {
            throw Fault.PolicyNotFound(arn, inner: exception);
        }
    }

    private async Task<LakeRole> ReadAsync(Role role, CancellationToken cancellationToken)
    {
        var (paths, documents) = (new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        var inline = await InlineAsync(role.RoleName, cancellationToken).ConfigureAwait(false);
        foreach (var policy in inline)
        {
            var answer = await RoleErrors.CallAsync(role.RoleName,
                () => Client.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = role.RoleName, PolicyName = policy },
                    cancellationToken)).ConfigureAwait(false);
            documents[policy] = Uri.UnescapeDataString(answer.PolicyDocument);
            paths.AddRange(RolePolicies.Paths(documents[policy]));
        }

        return new LakeRole
        {
            Name = role.RoleName,
            Arn = role.Arn,
            Service = RolePolicies.Services(Uri.UnescapeDataString(role.AssumeRolePolicyDocument ?? "")),
            Path = [.. paths.Distinct(StringComparer.Ordinal)],
            ManagedPolicyArn = await AttachedAsync(role.RoleName, cancellationToken).ConfigureAwait(false),
            InlinePolicyName = inline,
            TrustPolicy = Uri.UnescapeDataString(role.AssumeRolePolicyDocument ?? "{}"),
            InlinePolicy = documents,
            Tag = (role.Tags ?? []).ToDictionary(tag => tag.Key, tag => tag.Value),
            CreateDate = role.CreateDate?.ToLocalTime(),
            Further =
            [
                .. (string[])(string.IsNullOrEmpty(role.Description) ? [] : ["description"]),
                .. (string[])(role.PermissionsBoundary is null ? [] : ["permissions boundary"]),
                .. (string[])(role.MaxSessionDuration is null or UsualSession ? [] : ["longest session"]),
            ],
        };
    }

    /// <summary>The ARNs of the managed policies of a role.</summary>
    internal Task<List<string>> AttachedAsync(string name, CancellationToken cancellationToken) => RoleErrors.CallAsync(name, async () =>
    {
        var arns = new List<string>();
        await foreach (var policy in Client.Paginators.ListAttachedRolePolicies(new ListAttachedRolePoliciesRequest { RoleName = name })
            .AttachedPolicies.WithCancellation(cancellationToken).ConfigureAwait(false)) arns.Add(policy.PolicyArn);
        return arns;
    });

    /// <summary>The names of the inline policies of a role.</summary>
    internal Task<List<string>> InlineAsync(string name, CancellationToken cancellationToken) => RoleErrors.CallAsync(name, async () =>
    {
        var names = new List<string>();
        await foreach (var policy in Client.Paginators.ListRolePolicies(new ListRolePoliciesRequest { RoleName = name })
            .PolicyNames.WithCancellation(cancellationToken).ConfigureAwait(false)) names.Add(policy);
        return names;
    });

    /// <summary>Takes back a half-made role. The failure that led here is the one to tell of, so this one's own is not.</summary>
    private async Task<bool> TryRemoveAsync(string name)
    {
        try
        {
            await RemoveAsync(name, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is LakeException or AmazonServiceException or AmazonClientException
            or HttpRequestException)
        {
            return false;
        }
    }
}
