using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using LakeTools.Core.Errors;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Access;

/// <summary>Reads the tags of roles and users from IAM, each once. Tags that cannot be read are unknown, with the reason.</summary>
/// <param name="connection">The lake.</param>
internal sealed class PrincipalTagReader(LakeConnection connection)
{
    private const string WayOut = "Specify its tags with -PrincipalTag.";

    private readonly Dictionary<string, PrincipalTags> _known = new(StringComparer.Ordinal);

    /// <summary>Reads the tags of one principal.</summary>
    /// <param name="principal">An identifier.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The tags. Session tags are not included.</returns>
    public async Task<PrincipalTags> ReadAsync(string principal, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(principal, out var known)) return known;
        return _known[principal] = await AskAsync(principal, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PrincipalTags> AskAsync(string principal, CancellationToken cancellationToken)
    {
        if (!LakePrincipal.TryParse(principal, out var parsed) || parsed.Kind is not (PrincipalKind.Role or PrincipalKind.User))
            return PrincipalTags.NotKnown(parsed?.Kind == PrincipalKind.AllIamPrincipals
                ? $"{principal} is every role and user of the account: the tags of each role and user apply."
                : $"{principal} is not a role or user of IAM. {WayOut}");
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        if (parsed.AccountId != account) return PrincipalTags.NotKnown($"{principal} is of another account. {WayOut}");
        var name = principal[(principal.LastIndexOf('/') + 1)..];
        try
        {
            var (arn, tags) = await CallAsync(parsed.Kind, name, cancellationToken).ConfigureAwait(false);
            return arn == principal ? PrincipalTags.Of((tags ?? []).Select(tag => KeyValuePair.Create(tag.Key, tag.Value)))
                : PrincipalTags.NotKnown($"The ARN of {name} in IAM is {arn}. {WayOut}");
        }
        catch (NoSuchEntityException)
        {
            return PrincipalTags.NotKnown($"{principal} does not exist in IAM. {WayOut}");
        }
        catch (Exception error) when (error is AmazonServiceException || SdkErrors.IsUnanswered(error))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var code = (error as AmazonServiceException)?.ErrorCode ?? error.Message;
            return PrincipalTags.NotKnown($"The tags of {principal} could not be read from IAM ({code}). {WayOut}");
        }
    }

    private async Task<(string Arn, List<Tag>? Tags)> CallAsync(PrincipalKind kind, string name, CancellationToken cancellationToken)
    {
        var client = connection.Clients.Iam;
        if (kind == PrincipalKind.User)
        {
            var user = await client.GetUserAsync(new GetUserRequest { UserName = name }, cancellationToken).ConfigureAwait(false);
            return (user.User.Arn, user.User.Tags);
        }

        var role = await client.GetRoleAsync(new GetRoleRequest { RoleName = name }, cancellationToken).ConfigureAwait(false);
        return (role.Role.Arn, role.Role.Tags);
    }
}
