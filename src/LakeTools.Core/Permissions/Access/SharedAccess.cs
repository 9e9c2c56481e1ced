using Amazon.Runtime;
using LakeTools.Core.Catalog;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Core.Permissions.Settings;
using LakeTools.Core.Permissions.Shares;
using LakeTools.Rules.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Permissions.Access;

/// <summary>
/// Decides about a resource in the catalog of another account: from the effective permissions of the principal there, and from
/// the grants of the other account to this one.
/// </summary>
/// <param name="connection">The lake of the account that receives the share.</param>
/// <param name="own">The caller's own account, twelve digits.</param>
/// <param name="owner">The account that owns the catalog, twelve digits.</param>
/// <param name="tagReader">Reads the tags of principals from IAM.</param>
internal sealed class SharedAccess(LakeConnection connection, string own, string owner, PrincipalTagReader tagReader)
{
    private readonly GrantReader _grants = new(connection);

    /// <summary>Answers one question.</summary>
    /// <param name="principal">A principal of the caller's account.</param>
    /// <param name="permission">One permission.</param>
    /// <param name="asked">The resource, in canonical form.</param>
    /// <param name="tags">The tags for conditions. Null for the tags in IAM.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The answer. If the caller cannot see the resource: a pending invitation, or the grant that the owner can make.</returns>
    public async Task<LakeAccess> AskAsync(string principal, PermissionSet permission, LakeResource asked,
        PrincipalTags? tags, CancellationToken cancellationToken)
    {
        try
        {
            var effective = await ReadAsync(principal, asked, cancellationToken).ConfigureAwait(false);
            var listed = await ListedAsync(asked, cancellationToken).ConfigureAwait(false);
            var given = listed.FindAll(IsToAccount);
            var facts = await WithConditionsAsync(effective, principal, asked, listed, tags, cancellationToken).ConfigureAwait(false);
            AccessAnswer Ask(ILakeFacts known) => new AccessQuestion(known, principal, connection.CatalogId ?? own).Ask(asked, permission);
            var answer = Ask(facts);
            var reasons = answer.Reasons.Concat(given.Select(grant =>
                new AccessReason(AccessReasonKind.SharedGrant, grant.Permissions,
                    $"Account {owner} has granted {grant.Permissions.ToText()} on {grant.Resource} to {grant.Principal}.")));
            var has = given.Aggregate(PermissionSet.None, (all, grant) => all | PermissionRules.Implied(grant.Permissions, grant.Resource));
            if (!answer.Allowed && (has & permission) == PermissionSet.None) reasons = reasons.Append(Ungiven(permission, asked));
            if (!answer.Allowed && facts != effective && Ask(effective).Allowed)
                reasons = reasons.Append(Unlisted(principal));
            return Of(principal, permission, asked, answer, reasons);
        }
        catch (Exception error) when (IsHidden(error))
        {
            var pending = await PendingAsync(cancellationToken).ConfigureAwait(false);
            return Of(principal, permission, asked, new AccessAnswer(false, [], [], []),
                pending.Count > 0 ? pending : [Ungiven(permission, asked)]);
        }
    }

    private static bool IsHidden(Exception error) => error is LakeException { Id: nameof(Fault.TableAccessDenied)
            or nameof(Fault.DatabaseAccessDenied) or nameof(Fault.TableNotFound) or nameof(Fault.DatabaseNotFound) }
        || error is AmazonServiceException { ErrorCode: "AccessDeniedException" or "EntityNotFoundException" };

    private static LakeAccess Of(string principal, PermissionSet permission, LakeResource asked, AccessAnswer answer,
        IEnumerable<AccessReason> reasons) => new(asked)
    {
        Principal = principal,
        Permission = permission.ToText(),
        Allowed = answer.Allowed,
        Reason = reasons.Select(LakeAccessReason.Of).ToArray(),
        SelectableColumn = answer.Columns,
        RowFilter = answer.RowExpressions,
    };

    private async Task<ListedFacts> ReadAsync(string principal, LakeResource asked, CancellationToken cancellationToken)
    {
        var facts = new ListedFacts { AccountId = owner };
        var thing = ThingOf(asked);
        if (thing.Kind == ResourceKind.Table)
        {
            var table = await new TableService(connection).GetAsync(thing.DatabaseName!, thing.TableName!, thing.CatalogId,
                cancellationToken).ConfigureAwait(false);
            var keys = table.PartitionKey.Select(column => column.Name.ToLowerInvariant()).ToList();
            facts = facts with
            {
                Columns = [.. table.Column.Select(column => column.Name.ToLowerInvariant()), .. keys],
                PartitionKeys = keys,
            };
        }
        else if (thing.DatabaseName is { } database)
        {
            await new DatabaseService(connection).GetAsync(database, thing.CatalogId, cancellationToken).ConfigureAwait(false);
        }

        var listed = new List<LakeGrant>();
        await foreach (var grant in _grants.ListAsync(owner, thing, principal: principal, cancellationToken: cancellationToken)
            .ConfigureAwait(false))
            listed.Add(grant with { Principal = principal });
        return facts with { Grants = CanonicalGrants.FromListed(listed, owner) };
    }

    // The owner's grants to this account, and the grants of this account.
    private async Task<List<LakeGrant>> ListedAsync(LakeResource asked, CancellationToken cancellationToken)
    {
        var thing = ThingOf(asked);
        var found = new List<LakeGrant>();
        LakeResource[] things = thing.Kind == ResourceKind.Table ? [thing, LakeResource.AllTables(thing.DatabaseName!, thing.CatalogId)]
            : [thing];
        foreach (var one in things)
            await foreach (var grant in _grants.ListAsync(owner, one, cancellationToken: cancellationToken).ConfigureAwait(false))
                found.Add(grant);
        return found;
    }

    private static bool IsToAccount(LakeGrant grant) => LakePrincipal.TryParse(grant.Principal, out var to)
        && to.Kind is PrincipalKind.Account or PrincipalKind.Organization;

    // The service evaluates conditions with the tags in IAM, and lists their effect without the condition. Grants inside this account are
    // listed with their conditions, and are evaluated here, as far as the owner has granted the same to this account.
    private async Task<ListedFacts> WithConditionsAsync(ListedFacts effective, string principal, LakeResource asked,
        List<LakeGrant> listed, PrincipalTags? tags, CancellationToken cancellationToken)
    {
        var principals = new AccessDecision(effective, principal).Principals;
        var inside = CanonicalGrants.FromListed(listed.Where(grant => principals.Contains(grant.Principal)), owner);
        var conditional = inside.Where(grant => grant.Condition is not null).ToList();
        if (conditional.Count == 0) return effective;
        // An administrator has the permissions of the account, whatever its tags.
        var settings = await new AccessLists(connection, own).SettingsAsync(cancellationToken).ConfigureAwait(false);
        if (SettingMapping.Ids(settings.DataLakeAdmins).Contains(principal)) return effective;
        var known = tags ?? await tagReader.ReadAsync(principal, cancellationToken).ConfigureAwait(false);
        var thing = ThingOf(asked);
        var given = listed.Where(IsToAccount).Select(grant => grant with { Principal = own });
        var account = new AccessDecision(effective with { Grants = CanonicalGrants.FromListed(given, owner) }, own).On(thing);
        var unmet = tags is null ? [] : conditional.Where(grant =>
            PrincipalCondition.Decide(grant.Condition!, tags, out _) != ConditionOutcome.Met);
        return effective with
        {
            Grants = CanonicalGrants.FromListed(
                [
                    .. Without(effective.Grants, unmet),
                    .. inside.SelectMany(grant => GrantWithin.Limit(grant, thing, account, _ => effective.Columns)),
                ],
                owner),
            PrincipalTags = new Dictionary<string, PrincipalTags>(StringComparer.Ordinal) { [principal] = known },
        };
    }

    private static IEnumerable<LakeGrant> Without(IEnumerable<LakeGrant> grants, IEnumerable<LakeGrant> others)
    {
        var taken = others.Aggregate(PermissionSet.None, (all, grant) => all | PermissionRules.Implied(grant.Permissions, grant.Resource));
        if (taken == PermissionSet.None) return grants;
        taken |= PermissionSet.All;
        return grants.Select(grant => grant with
        {
            Permissions = PermissionRules.Implied(grant.Permissions, grant.Resource) & ~taken,
            Grantable = PermissionRules.Implied(grant.Grantable, grant.Resource) & ~taken,
        }).Where(grant => grant.Permissions != PermissionSet.None);
    }

    private AccessReason Unlisted(string principal) => new(AccessReasonKind.Unread, PermissionSet.None,
        $"{principal} has it with the tags in IAM. Whether it also has it by grants of account {owner} to itself or on LF-Tags, which "
            + "have no condition, cannot be read.");

    private static LakeResource ThingOf(LakeResource asked) =>
        asked.Kind == ResourceKind.Columns ? LakeResource.Table(asked.DatabaseName!, asked.TableName!, asked.CatalogId) : asked;

    private async Task<List<AccessReason>> PendingAsync(CancellationToken cancellationToken)
    {
        var found = new List<AccessReason>();
        try
        {
            await foreach (var invitation in new ShareService(connection).ListAsync("Pending", cancellationToken).ConfigureAwait(false))
            {
                if (invitation.SenderAccountId != owner) continue;
                found.Add(new AccessReason(AccessReasonKind.InvitationPending, PermissionSet.None,
                    $"Account {owner} shares {string.Join(", ", invitation.Resource)}, and this account has not accepted the invitation.",
                    $"Approve-LakeShareInvitation {invitation.InvitationArn}"));
            }
        }
        catch (AmazonServiceException error) when (error.ErrorCode is "AccessDeniedException" or "UnauthorizedOperation")
        {
            found.Add(new AccessReason(AccessReasonKind.Unread, PermissionSet.None,
                "You do not have permission to read the invitations of AWS RAM, one of which could be for it."));
        }

        return found;
    }

    private AccessReason Ungiven(PermissionSet permission, LakeResource asked) => new(AccessReasonKind.Missing, permission,
        $"Account {owner} has not granted {permission.ToText()} on {asked} to account {own}, as far as you can see. To grant it, "
            + "run there:",
        $"{GrantCommand.For(own, permission, asked, owner)} -GrantablePermission {permission.ToText()}");
}
