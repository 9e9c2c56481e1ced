using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>A definition without some of the permissions that it grants, so that its plan revokes them.</summary>
public sealed record GrantExclusion
{
    private GrantExclusion(DefinitionContent content, int named, int foreign) => (Content, Named, Foreign) = (content, named, foreign);

    /// <summary>The definition without the permissions.</summary>
    internal DefinitionContent Content { get; }

    /// <summary>The number of grants that the file has: the next publish of the file creates them again.</summary>
    public int Named { get; }

    /// <summary>The number of grants that the definition neither has nor owns: its plan does not revoke them.</summary>
    public int Foreign { get; }

    /// <summary>Removes permissions from what a definition contains.</summary>
    /// <param name="content">The definition.</param>
    /// <param name="permissions">The permissions, as a list of the lake has them.</param>
    /// <param name="account">The account of the lake.</param>
    /// <returns>The definition without them.</returns>
    internal static GrantExclusion From(DefinitionContent content, IReadOnlyList<LakePermission> permissions, string account)
    {
        if (permissions.Count == 0) return new GrantExclusion(content, 0, 0);
        var grants = permissions.Select(permission => new LakeGrant(
            permission.Principal,
            permission.Resource.Canonical(account),
            PermissionNames.Listed(permission.Permission),
            PermissionNames.Listed(permission.GrantablePermission)) { Condition = permission.Condition });
        var (items, named, foreign) = (content.Desired.Items.ToDictionary(item => item.Key), new HashSet<StateKey>(), 0);
        foreach (var excluded in GrantFacts.Items(CanonicalGrants.FromListed(grants, account), account))
        {
            if (!items.TryGetValue(excluded.Key, out var wanted))
            {
                // The plan revokes an owned grant that is not in the definition anyway.
                if (!content.Owned.Owns(excluded)) foreign++;
                continue;
            }

            named.Add(excluded.Key);
            if (Without(wanted, excluded, account) is { } left) items[excluded.Key] = left;
            else items.Remove(excluded.Key);
        }

        var owned = content.Owned with { Grants = named };
        return new GrantExclusion(content with { Desired = new LakeState(items.Values), Owned = owned }, named.Count, foreign);
    }

    // ALL without a permission is each of the others by name.
    private static StateItem? Without(StateItem wanted, StateItem excluded, string account)
    {
        var revoked = GrantFacts.Grants(excluded);
        var isAll = revoked.Any(grant => ((grant.Permissions | grant.Grantable) & PermissionSet.All) != 0);
        IReadOnlyList<LakeGrant> left = [.. GrantFacts.Grants(wanted).Select(grant => isAll ? grant : grant with
        {
            Permissions = ByName(grant.Permissions, grant),
            Grantable = ByName(grant.Grantable, grant),
        })];
        foreach (var grant in revoked)
        {
            left = CanonicalGrants.Remove(
                left, grant with { Permissions = PermissionRules.Implied(grant.Permissions, grant.Resource) }, account);
        }

        return GrantFacts.Items(left, account).SingleOrDefault();
    }

    private static PermissionSet ByName(PermissionSet permissions, LakeGrant grant) => (permissions & PermissionSet.All) == 0
        ? permissions : PermissionRules.Implied(permissions, grant.Resource) & ~PermissionSet.All;
}
