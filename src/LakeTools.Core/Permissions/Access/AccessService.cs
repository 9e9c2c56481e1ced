using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Permissions.Access;

/// <summary>Decides what a principal may do and why, from the service's lists. It works on AWS and on an embedded lake.</summary>
/// <param name="connection">The lake.</param>
public sealed class AccessService(LakeConnection connection)
{
    private readonly Dictionary<string, AccessFactsReader> _readers = new(StringComparer.Ordinal);
    private readonly PrincipalTagReader _tags = new(connection);

    /// <summary>Answers one question.</summary>
    /// <param name="principal">The identifier of the principal.</param>
    /// <param name="permission">One permission.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="tags">The tags for conditions. Null for the tags in IAM.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The answer with its reasons.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>DatabaseNotFound</c>, <c>ColumnNotFound</c>, and what
    /// the service refuses.</exception>
    public async Task<LakeAccess> AskAsync(string principal, PermissionSet permission, LakeResource resource,
        PrincipalTags? tags, CancellationToken cancellationToken)
    {
        var account = (resource.CatalogId ?? connection.CatalogId)?[..12]
            ?? await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        if (!_readers.TryGetValue(account, out var reader)) _readers.Add(account, reader = new AccessFactsReader(connection, account));
        var asked = resource.Canonical(account);
        if (asked is { Kind: ResourceKind.TagExpression, TagExpression: null, TagExpressionName: { } name }
            && await reader.Lists.ResolveAsync(name, cancellationToken).ConfigureAwait(false) is { } expression)
            asked = LakeResource.Tagged(asked.ResourceType!.Value, expression, asked.CatalogId);

        var own = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        if (account != own) return await new SharedAccess(connection, own, account, _tags)
            .AskAsync(principal, permission, asked, tags, cancellationToken).ConfigureAwait(false);
        if (!asked.IsNested && await new LinkReader(connection).TargetAsync(asked, cancellationToken).ConfigureAwait(false) is { } target
            && !(target.IsOf(asked) && permission is (PermissionSet.Describe or PermissionSet.Drop)))
            return await ThroughLinkAsync(principal, permission, asked, target, tags, cancellationToken).ConfigureAwait(false);
        var facts = await WithTagsAsync(await reader.ReadAsync(asked, cancellationToken).ConfigureAwait(false), principal, tags,
            cancellationToken).ConfigureAwait(false);
        RequireColumns(asked, facts);
        var answer = new AccessQuestion(facts, principal, connection.CatalogId ?? own).Ask(asked, permission);
        if (!answer.Allowed || answer.Columns.Count < facts.Columns.Count)
        {
            facts = await WithTagsAsync(await reader.MoreAsync(facts, asked, principal, permission, cancellationToken)
                .ConfigureAwait(false), principal, tags, cancellationToken).ConfigureAwait(false);
            answer = new AccessQuestion(facts, principal, connection.CatalogId ?? own).Ask(asked, permission);
        }

        return new LakeAccess(resource.Canonical(account))
        {
            Principal = principal,
            Permission = permission.ToText(),
            Allowed = answer.Allowed,
            // An array, because PowerShell may treat the type of a collection expression as one item.
            Reason = answer.Reasons.Concat(Given(principal, permission, account, facts))
                .Concat(await UnreadAsync(answer, facts, reader, cancellationToken).ConfigureAwait(false))
                .Select(LakeAccessReason.Of).ToArray(),
            SelectableColumn = answer.Columns,
            RowFilter = answer.RowExpressions,
        };
    }

    // A grant to another account gives a principal of it nothing, until an administrator of that account grants it.
    private static IEnumerable<AccessReason> Given(string principal, PermissionSet permission, string account, ListedFacts facts) =>
        LakePrincipal.TryParse(principal, out var who) && who.AccountId is { } other && other != account
            && who.Kind is not (PrincipalKind.Account or PrincipalKind.Organization)
            ? facts.Grants.Where(grant => grant.Principal == other
                && (PermissionRules.Implied(grant.Permissions, grant.Resource) & permission) != PermissionSet.None)
                .Select(grant => new AccessReason(AccessReasonKind.SharedGrant, grant.Permissions,
                    $"{grant.Permissions.ToText()} is granted on {grant.Resource} to account {other}, whose administrators can grant it "
                        + "there after the share is accepted."))
            : [];

    // DESCRIBE and DROP apply to the link. Other permissions apply to the target, through a link that the principal may describe.
    private async Task<LakeAccess> ThroughLinkAsync(string principal, PermissionSet permission, LakeResource asked, LinkTarget target,
        PrincipalTags? tags, CancellationToken cancellationToken)
    {
        var onTarget = await AskAsync(principal, permission, target.Resource, tags, cancellationToken).ConfigureAwait(false);
        var onLink = await AskAsync(principal, PermissionSet.Describe, target.Link, tags, cancellationToken).ConfigureAwait(false);
        return new LakeAccess(asked)
        {
            Principal = principal,
            Permission = permission.ToText(),
            Allowed = onTarget.Allowed && onLink.Allowed,
            Reason = onTarget.Reason.Concat(onLink.Reason.Where(_ => onTarget.Allowed || !onLink.Allowed)).ToArray(),
            SelectableColumn = onTarget.SelectableColumn,
            RowFilter = onTarget.RowFilter,
        };
    }

    // IAM is called only if a condition needs it, because a caller who may read the grants may have no permission to read IAM.
    private async Task<ListedFacts> WithTagsAsync(ListedFacts facts, string principal, PrincipalTags? given,
        CancellationToken cancellationToken)
    {
        if (given is null && !facts.HasConditionFor(principal)) return facts;
        var tags = given ?? await _tags.ReadAsync(principal, cancellationToken).ConfigureAwait(false);
        return facts with { PrincipalTags = new Dictionary<string, PrincipalTags>(StringComparer.Ordinal) { [principal] = tags } };
    }

    private static void RequireColumns(LakeResource asked, ListedFacts facts)
    {
        if (asked.IsNested && facts.Columns.Count == 0) return; // the table's source was not reached
        if (asked.ColumnNames.Concat(asked.ExcludedColumnNames).FirstOrDefault(column => !facts.Columns.Contains(column)) is { } missing)
            throw Fault.ColumnNotFound(
                asked.ToString(),
                $"{asked.DatabaseName}.{asked.TableName}",
                missing,
                string.Join(", ", facts.Columns));
    }

    // A refusal lists what could not be read. The service shows the grants of others only to callers who may grant them.
    private async Task<IEnumerable<AccessReason>> UnreadAsync(AccessAnswer answer, ListedFacts facts, AccessFactsReader reader,
        CancellationToken cancellationToken)
    {
        if (answer.Allowed) return [];
        var unread = reader.Lists.Unread.Select(what =>
            new AccessReason(AccessReasonKind.Unread, PermissionSet.None, $"You do not have permission to read {what}, "
                + "which could allow it."));
        if (reader.Lists.LeftOut.Text("grant") is { } text)
            unread = unread.Append(
                new AccessReason(AccessReasonKind.Unread, PermissionSet.None, $"Not evaluated: {text}, which could allow it."));
        var caller = await connection.GetPrincipalAsync(cancellationToken).ConfigureAwait(false);
        return facts.IsAdministrator(caller)
            ? unread
            : unread.Append(new AccessReason(AccessReasonKind.Unread, PermissionSet.None,
                $"{LakePrincipal.OfCaller(caller)} is not an administrator, and sees only its own grants and those that it can "
                    + "grant to others. Other grants could allow it."));
    }
}
