using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Permissions.Access;

/// <summary>Says who may do what and why, from what the service lists. It works on AWS as on an embedded lake.</summary>
/// <param name="connection">The lake.</param>
public sealed class AccessService(LakeConnection connection)
{
    private readonly Dictionary<string, AccessFactsReader> _readers = new(StringComparer.Ordinal);
    private readonly PrincipalTagReader _tags = new(connection);

    /// <summary>Answers one question.</summary>
    /// <param name="principal">Who: an identifier.</param>
    /// <param name="permission">One permission.</param>
    /// <param name="resource">On what.</param>
    /// <param name="tags">The tags by which conditions are decided; null for those that IAM has.</param>
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
        if (account != own) return await new SharedAccess(connection, own, account)
            .AskAsync(principal, permission, asked, cancellationToken).ConfigureAwait(false);
        if (!asked.IsNested && await new LinkReader(connection).TargetAsync(asked, cancellationToken).ConfigureAwait(false) is { } target
            && !(target.IsOf(asked) && permission is (PermissionSet.Describe or PermissionSet.Drop)))
            return await ThroughLinkAsync(principal, permission, asked, target, tags, cancellationToken).ConfigureAwait(false);
        var facts = await WithTagsAsync(await reader.ReadAsync(asked, cancellationToken).ConfigureAwait(false), principal, tags,
            cancellationToken).ConfigureAwait(false);
        RequireColumns(asked, facts);
        var answer = new AccessQuestion(facts, principal).Ask(asked, permission);
        if (!answer.Allowed || answer.Columns.Count < facts.Columns.Count)
        {
            facts = await WithTagsAsync(await reader.MoreAsync(facts, asked, principal, permission, cancellationToken)
                .ConfigureAwait(false), principal, tags, cancellationToken).ConfigureAwait(false);
            answer = new AccessQuestion(facts, principal).Ask(asked, permission);
        }

        return new LakeAccess(resource.Canonical(account))
        {
            Principal = principal,
            Permission = permission.ToText(),
            Allowed = answer.Allowed,
            // An array, whose items PowerShell always finds by number; a collection expression's own type may pass for one item.
            Reason = answer.Reasons.Concat(Given(principal, permission, account, facts))
                .Concat(await UnreadAsync(answer, facts, reader, cancellationToken).ConfigureAwait(false))
                .Select(LakeAccessReason.Of).ToArray(),
            SelectableColumn = new ItemList<string>(answer.Columns),
            RowFilter = answer.RowExpressions,
        };
    }

    // What another account was given as a whole says nothing of a principal of it before its administrators have passed it on.
    private static IEnumerable<AccessReason> Given(string principal, PermissionSet permission, string account, ListedFacts facts) =>
        LakePrincipal.TryParse(principal, out var who) && who.AccountId is { } other && other != account
            && who.Kind is not (PrincipalKind.Account or PrincipalKind.Organization)
            ? facts.Grants.Where(grant => grant.Principal == other
                && (PermissionRules.Implied(grant.Permissions, grant.Resource) & permission) != PermissionSet.None)
                .Select(grant => new AccessReason(AccessReasonKind.SharedGrant, grant.Permissions,
                    $"{grant.Permissions.ToText()} is granted on {grant.Resource} to account {other}, whose administrators pass it on "
                        + "there once the share is accepted."))
            : [];

    // DESCRIBE and DROP are the link's; everything else is the target's, and goes through a link that the principal may describe.
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

    // IAM is asked only where a condition hangs on it: whoever may read the lake's grants need not be let read IAM.
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

    // A refusal says what it could not look at: the service shows others' grants to those alone who may pass them on.
    private async Task<IEnumerable<AccessReason>> UnreadAsync(AccessAnswer answer, ListedFacts facts, AccessFactsReader reader,
        CancellationToken cancellationToken)
    {
        if (answer.Allowed) return [];
        var unread = reader.Lists.Unread.Select(what =>
            new AccessReason(AccessReasonKind.Unread, PermissionSet.None, $"You may not read {what}, which could allow it."));
        var caller = LakePrincipal.OfCaller(await connection.GetPrincipalAsync(cancellationToken).ConfigureAwait(false));
        return facts.IsAdministrator(caller, readOnly: false) || facts.IsAdministrator(caller, readOnly: true)
            ? unread
            : unread.Append(new AccessReason(AccessReasonKind.Unread, PermissionSet.None,
                $"{caller} is no administrator, and sees only its own grants and those that it may pass on. Others could allow it."));
    }
}
