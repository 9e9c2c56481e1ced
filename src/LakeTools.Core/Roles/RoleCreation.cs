using System.Globalization;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Roles;

/// <summary>
/// The call that creates a role. If its response is lost, the retry meets the role of the first attempt, or the role of another caller:
/// the trust policies of most roles are equal, so the time of its creation decides.
/// </summary>
internal static class RoleCreation
{
    private static readonly IEqualityComparer<Tag> s_sameTag = EqualityComparer<Tag>.Create(
        (one, other) => one?.Key == other?.Key && one?.Value == other?.Value, tag => tag.Key.GetHashCode(StringComparison.Ordinal));

    /// <summary>Creates a role.</summary>
    /// <returns>True if IAM says that this call made it; false if its response was lost, and the role is what was asked for.</returns>
    /// <exception cref="LakeException"><c>RoleExists</c>.</exception>
    public static async Task<bool> CallAsync(IAmazonIdentityManagementService client, CreateRoleRequest request,
        CancellationToken cancellationToken)
    {
        var begin = DateTimeOffset.UtcNow;
        try
        {
            await client.CreateRoleAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (EntityAlreadyExistsException refusal)
        {
            if (!SdkTries.MayBeOurs(refusal)
                || !await IsMadeAsync(client, request, begin + Skew(refusal), cancellationToken).ConfigureAwait(false))
                throw Fault.RoleExists(request.RoleName, inner: refusal);
            return false;
        }
    }

    private static async Task<bool> IsMadeAsync(IAmazonIdentityManagementService client, CreateRoleRequest asked, DateTimeOffset begin,
        CancellationToken cancellationToken)
    {
        Role role;
        try
        {
            role = (await client.GetRoleAsync(new GetRoleRequest { RoleName = asked.RoleName }, cancellationToken).ConfigureAwait(false))
                .Role;
        }
        catch (AmazonServiceException)
        {
            return false; // a role that cannot be read must not be changed
        }

        // IAM gives whole seconds.
        return role.CreateDate?.ToUniversalTime() >= begin.UtcDateTime.AddSeconds(-1)
            && Uri.UnescapeDataString(role.AssumeRolePolicyDocument ?? "") == asked.AssumeRolePolicyDocument
            && role.Path == (asked.Path ?? "/")
            && (role.Tags ?? []).ToHashSet(s_sameTag).SetEquals(asked.Tags ?? []);
    }

    // How far the clock of IAM is ahead of this computer's.
    private static TimeSpan Skew(AmazonServiceException answer) =>
        answer.InnerException is HttpErrorResponseException { Response: { } response }
            && DateTimeOffset.TryParse(response.GetHeaderValue("Date"), CultureInfo.InvariantCulture, out var there)
            ? there - DateTimeOffset.UtcNow : TimeSpan.Zero;
}
