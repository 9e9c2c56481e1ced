using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Access;

/// <summary>Permissions on LF-Tags, and on what is granted by expressions of them.</summary>
/// <param name="facts">The lake.</param>
/// <param name="sources">The sources of the principal's rights.</param>
internal sealed class TagRights(ILakeFacts facts, RightsSources sources)
{
    /// <summary>Permissions on an LF-Tag: on all of the specified values.</summary>
    public LakeRights OnTag(LakeResource tag)
    {
        var found = new RightsBuilder(tag);
        // An administrator changes and deletes any tag, and gives the rest to whom it likes, itself included (developer
        // guide, LF-Tag creators).
        sources.Administrator(found, PermissionSet.Describe | RightsSources.KeyPermissions);
        sources.Creator(found);
        var grants = sources.Met(facts.GrantsOn(tag, sources.Principals), found).ToList();
        // ALTER and DROP are the key's, whichever values they were granted with; the rest must be held on every value that is asked about.
        PermissionSet Held(LakeGrant grant, Func<LakeGrant, PermissionSet> side) =>
            Each(side(grant), permission => (permission & RightsSources.KeyPermissions) != 0
            || tag.TagValues.All(value => grants.Any(other => (side(other) & permission) != 0 && IsOn(other, value))));
        foreach (var grant in grants)
        {
            if (Held(grant, one => one.Permissions) is var held && held == PermissionSet.None) continue;
            found.Add(held, Held(grant, one => one.Grantable), AccessReasonKind.Grant,
                $"{grant.Permissions.ToText()} is granted on {grant.Resource}.");
        }

        return found.Build();
    }

    /// <summary>
    /// Rights on everything that matches an expression of LF-Tags: those granted on it, or on one that matches no less. Passed on is the
    /// complete expression alone (developer guide, tag-based considerations).
    /// </summary>
    public LakeRights OnTagged(LakeResource tagged)
    {
        var found = new RightsBuilder(tagged);
        sources.Administrator(found, PermissionSet.Describe);
        foreach (var grant in sources.Met(facts.TagGrants(tagged.ResourceType!.Value, sources.Principals), found))
        {
            if (!Covers(grant.Resource, tagged)) continue;
            var isSame = IsSame(grant.Resource, tagged);
            found.Add(isSame ? grant : grant with { Grantable = PermissionSet.None }, AccessReasonKind.TagGrant);
        }

        return found.Build();
    }

    private static bool IsOn(LakeGrant grant, string value) =>
        grant.Resource.TagValues.Contains(value) || grant.Resource.TagValues.Contains(TagExpression.AnyValue);

    private static bool Covers(LakeResource granted, LakeResource asked) => asked.TagExpression is { } expression
        ? granted.TagExpression?.Covers(expression) == true
        : granted.TagExpressionName is { } name && name == asked.TagExpressionName;

    private static bool IsSame(LakeResource granted, LakeResource asked) => asked.TagExpression is { } expression
        ? expression.Equals(granted.TagExpression)
        : granted.TagExpressionName == asked.TagExpressionName;

    private static PermissionSet Each(PermissionSet permissions, Func<PermissionSet, bool> keep) =>
        PermissionNames.Parse(permissions.Names().Where(name => keep(PermissionNames.Parse([name]))));
}
