using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Access;

/// <summary>What a principal may grant: administrators anything, others what they hold with the grant option.</summary>
/// <param name="facts">The lake.</param>
/// <param name="decision">What the principal may do.</param>
internal sealed class GrantAuthority(ILakeFacts facts, AccessDecision decision)
{
    /// <summary>Whether the principal may make a grant.</summary>
    /// <param name="grant">The grant.</param>
    /// <returns>True where they may.</returns>
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

    // GRANT_WITH_LF_TAG_EXPRESSION on the named expression, or on all values that the expression has, is enough to grant whatever it takes.
    private bool MayGrantBy(LakeResource tagged) => tagged.TagExpression is { Count: > 0 } expression
        ? expression.All(condition => decision.OnTag(LakeResource.Tag(condition.Key, condition.Value, tagged.CatalogId))
            .Allows(PermissionSet.GrantWithLFTagExpression))
        : tagged.TagExpressionName is { } name
            && decision.On(LakeResource.NamedTagExpression(name, tagged.CatalogId)).Allows(PermissionSet.GrantWithLFTagExpression);

    // And on a tag that a database or table has, it is enough to grant on that by name (developer guide, tag-based considerations).
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
