using LakeTools.Local.Api;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>Keeps the grants in step with the LF-Tags and expressions that they are on.</summary>
internal static class TagGrants
{
    /// <summary>Refuses to grant on tags, values and expressions that are not there.</summary>
    public static void RequireTags(ApiCall call, LakeResource resource)
    {
        switch (resource.Kind)
        {
            case ResourceKind.Tag when !TagStore.Has(call.Session, resource.TagKey!, resource.TagValues):
            case ResourceKind.TagExpression
                when resource.TagExpression?.All(condition => TagStore.Has(call.Session, condition.Key, condition.Value)) == false:
                throw LakeFormationErrors.NoSuchTag();
            case ResourceKind.TagExpression when resource.TagExpressionName is { } name
                && NamedExpressions.CreatorOf(call.Session, name) is null:
            case ResourceKind.NamedTagExpression when NamedExpressions.CreatorOf(call.Session, resource.TagExpressionName!) is null:
                throw LakeFormationErrors.NotFound("LF-Tag expression not found.");
        }
    }

    /// <summary>Removes the grants on values of a tag; what was granted on the tag's other values stays.</summary>
    public static void ForgetValues(ApiCall call, string key, NameList values)
    {
        var store = new GrantStore(call.Session, call.Lake.AccountId);
        foreach (var row in On(store, call.Lake.AccountId, ResourceKind.Tag,
            resource => resource.TagKey == key && resource.TagValues.Any(values.Contains)))
        {
            var left = NameList.Of(row.Grant.Resource.TagValues.Where(value => !values.Contains(value)));
            LakeGrant[] after = left.Count == 0 ? [] : [row.Grant with { Resource = row.Grant.Resource.WithTagValues(left) }];
            store.Replace([row], after, call.Lake.Clock.Now(), call.Caller.PrincipalArn);
        }
    }

    /// <summary>Removes the grants on a tag, and those on expressions that name it.</summary>
    public static void ForgetTag(ApiCall call, string key)
    {
        Forget(call, ResourceKind.Tag, resource => resource.TagKey == key);
        Forget(call, ResourceKind.TagExpression, resource => resource.TagExpression?.Any(condition => condition.Key == key) == true);
    }

    /// <summary>Removes the grants on a named expression, and those by it (API reference, DeleteLFTagExpression).</summary>
    public static void ForgetExpression(ApiCall call, string name)
    {
        Forget(call, ResourceKind.NamedTagExpression, resource => resource.TagExpressionName == name);
        Forget(call, ResourceKind.TagExpression, resource => resource.TagExpressionName == name);
    }

    private static void Forget(ApiCall call, ResourceKind kind, Func<LakeResource, bool> which)
    {
        var store = new GrantStore(call.Session, call.Lake.AccountId);
        store.Replace(On(store, call.Lake.AccountId, kind, which), [], call.Lake.Clock.Now(), call.Caller.PrincipalArn);
    }

    private static List<StoredGrant> On(GrantStore store, string accountId, ResourceKind kind, Func<LakeResource, bool> which) =>
        store.After(0, new GrantFilter([kind]), int.MaxValue)
            .FindAll(row => row.Grant.Resource.CatalogId == accountId && which(row.Grant.Resource));
}
