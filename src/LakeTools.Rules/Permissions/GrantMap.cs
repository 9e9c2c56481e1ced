using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Permissions;

/// <summary>The map from principal, slot and condition to rights that <see cref="CanonicalGrants"/> describes.</summary>
internal sealed class GrantMap
{
    private const string Whole = ""; // the only slot of a resource that has no columns or values of its own

    private readonly Dictionary<(string Principal, LakeResource Resource, string? Condition), SortedDictionary<string, Rights>> _slots = [];

    /// <summary>Adds what a grant gives.</summary>
    public void Add(LakeGrant grant)
    {
        var (thing, slots) = Split(grant.Resource);
        var key = (grant.Principal, thing, grant.Condition);
        if (!_slots.TryGetValue(key, out var held)) _slots.Add(key, held = new(StringComparer.Ordinal));
        foreach (var slot in slots)
        {
            held.TryGetValue(slot, out var before);
            held[slot] = Rights.Of(before.Permissions | grant.Permissions, before.Grantable | grant.Grantable, grant.Resource);
        }
    }

    /// <summary>Takes away what a revoke names, as far as it is there.</summary>
    public void Remove(LakeGrant revoke)
    {
        var (thing, slots) = Split(revoke.Resource);
        if (!_slots.TryGetValue((revoke.Principal, thing, revoke.Condition), out var held)) return;
        foreach (var slot in slots)
            if (held.TryGetValue(slot, out var before)) held[slot] = before.Without(revoke, revoke.Resource);
    }

    /// <summary>Writes the map down: slots of one thing with equal rights become one grant; sorted.</summary>
    public List<LakeGrant> ToGrants()
    {
        var grants = new List<LakeGrant>();
        foreach (var ((principal, thing, condition), slots) in _slots)
        {
            foreach (var equal in slots.Where(slot => slot.Value.Permissions != PermissionSet.None)
                .GroupBy(slot => slot.Value, slot => slot.Key))
                grants.Add(new LakeGrant(principal, Join(thing, equal), equal.Key.Permissions, equal.Key.Grantable)
                    { Condition = condition });
        }

        grants.Sort(GrantOrder.Compare);
        return grants;
    }

    private static (LakeResource Thing, IEnumerable<string> Slots) Split(LakeResource resource) => resource.Kind switch
    {
        ResourceKind.Columns when resource.ColumnNames.Count > 0 => (resource.WithColumns(NameList.Empty), resource.ColumnNames),
        ResourceKind.Tag => (resource.WithTagValues(NameList.Empty), resource.TagValues),
        _ => (resource, [Whole]),
    };

    private static LakeResource Join(LakeResource thing, IEnumerable<string> slots) => thing.Kind switch
    {
        ResourceKind.Columns when thing.ExcludedColumnNames.Count == 0 => thing.WithColumns(NameList.Of(slots)),
        ResourceKind.Tag => thing.WithTagValues(NameList.Of(slots)),
        _ => thing,
    };

    private readonly record struct Rights(PermissionSet Permissions, PermissionSet Grantable)
    {
        // What may be granted to others may be done.
        public static Rights Of(PermissionSet permissions, PermissionSet grantable, LakeResource resource) =>
            new(permissions | (grantable & ~PermissionRules.Implied(permissions, resource)), grantable);

        // ALL goes alone, and leaves what was granted beside it; another permission that goes leaves ALL.
        public Rights Without(LakeGrant revoke, LakeResource resource)
        {
            var permissions = Permissions & ~revoke.Permissions;
            var grantable = Grantable & ~(revoke.Permissions | revoke.Grantable);
            return new Rights(permissions, grantable & PermissionRules.Implied(permissions, resource));
        }
    }
}
