using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Access;

/// <summary>The grants that a principal can make: administrators any, others those that they have with the grant option.</summary>
/// <param name="facts">The lake.</param>
/// <param name="decision">The permissions of the principal.</param>
internal sealed class GrantAuthority(ILakeFacts facts, AccessDecision decision)
{
    /// <summary>Whether the principal can make a grant.</summary>
    /// <param name="grant">The grant.</param>
    /// <returns>True if it can.</returns>
    public bool Takes(LakeGrant grant)
    {
        if (decision.IsAdministrator) return true;
        var asked = PermissionRules.Implied(grant.Permissions | grant.Grantable, grant.Resource) & ~PermissionSet.All;
        if (grant.Resource.Kind == ResourceKind.DataFilter) return MayGrantFilter(grant);
        if (grant.Resource.Kind == ResourceKind.TagExpression && MayGrantBy(grant.Resource)) return true;
        if (MayGrantByTagOf(grant.Resource)) return true;
        var rights = decision.On(grant.Resource);
        if ((asked & ~rights.Grantable) == PermissionSet.None) return true;
        return grant.Resource.Kind == ResourceKind.Columns && grant.Resource.ColumnNames.Count > 0
            && asked == PermissionSet.Select && grant.Resource.ColumnNames.All(rights.GrantableColumns.Contains);
    }

    // GRANT_WITH_LF_TAG_EXPRESSION on the saved expression, or on all values of the expression, is sufficient for any grant with it.
    private bool MayGrantBy(LakeResource tagged) => tagged.TagExpression is { Count: > 0 } expression
        ? expression.All(condition => decision.OnTag(LakeResource.Tag(condition.Key, condition.Value, tagged.CatalogId))
            .Allows(PermissionSet.GrantWithLFTagExpression))
        : tagged.TagExpressionName is { } name
            && decision.On(LakeResource.NamedTagExpression(name, tagged.CatalogId)).Allows(PermissionSet.GrantWithLFTagExpression);

    // On a tag of a database or table, it is sufficient for grants on that resource by name (developer guide, tag-based considerations).
    private bool MayGrantByTagOf(LakeResource resource) =>
        resource.Kind is ResourceKind.Database or ResourceKind.Table or ResourceKind.Columns
        && !LakeResource.IsAllTables(resource.TableName)
        && facts.TagsOf(resource, null).Any(tag =>
            decision.OnTag(LakeResource.Tag(tag.Key, [tag.Value], facts.AccountId)).Allows(PermissionSet.GrantWithLFTagExpression));

    private bool MayGrantFilter(LakeGrant grant) =>
        (decision.On(LakeResource.Table(grant.Resource.DatabaseName!, grant.Resource.TableName!, grant.Resource.CatalogId)).Grantable
            & PermissionSet.Select) != 0
        || (decision.On(grant.Resource).Grantable & grant.Permissions) == grant.Permissions;
}
