using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Permissions;

/// <summary>The map from principal, slot and condition to rights that <see cref="CanonicalGrants"/> describes.</summary>
internal sealed class GrantMap
{
    private const string Whole = ""; // the only slot of a resource that has no columns or values of its own

    private readonly Dictionary<Holding, SortedList<string, Rights>> _slots = [];

    /// <summary>The result of a map with one grant, if the grant reaches one slot: there is nothing to combine.</summary>
    /// <param name="grant">A grant on a canonical resource.</param>
    /// <param name="grants">One grant, or none where it gives nothing.</param>
    /// <returns>False where the grant may reach several slots.</returns>
    public static bool TryAlone(LakeGrant grant, out IReadOnlyList<LakeGrant> grants)
    {
        grants = [];
        if (grant.Resource.Kind == ResourceKind.Tag
            || (grant.Resource.Kind == ResourceKind.Columns && grant.Resource.ColumnNames.Count > 0)) return false;
        var rights = Rights.Of(grant.Permissions, grant.Grantable, grant.Resource);
        if (rights.Permissions == PermissionSet.None) return true;
        grants = [new LakeGrant(grant.Principal, Join(grant.Resource, [Whole]), rights.Permissions, rights.Grantable)
            { Condition = grant.Condition }];
        return true;
    }

    /// <summary>Adds what a grant gives.</summary>
    public void Add(LakeGrant grant)
    {
        var (thing, slots) = Split(grant.Resource);
        var key = new Holding(grant.Principal, thing, grant.Condition);
        if (!_slots.TryGetValue(key, out var held)) _slots.Add(key, held = new(StringComparer.Ordinal));
        foreach (var slot in slots)
        {
            var before = held.TryGetValue(slot, out var found) ? found : Rights.None;
            held[slot] = Rights.Of(before.Permissions | grant.Permissions, before.Grantable | grant.Grantable, grant.Resource);
        }
    }

    /// <summary>Takes away what a revoke names, as far as it is there.</summary>
    public void Remove(LakeGrant revoke)
    {
        var (thing, slots) = Split(revoke.Resource);
        if (!_slots.TryGetValue(new Holding(revoke.Principal, thing, revoke.Condition), out var held)) return;
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

    // Classes, as all that collections hold here: for values the runtime compiles the collection again in each process.
    private sealed record Holding(string Principal, LakeResource Resource, string? Condition);

    private sealed record Rights(PermissionSet Permissions, PermissionSet Grantable)
    {
        public static readonly Rights None = new(PermissionSet.None, PermissionSet.None);

        // A grantable permission includes the permission itself.
        public static Rights Of(PermissionSet permissions, PermissionSet grantable, LakeResource resource) =>
            new(permissions | (grantable & ~PermissionRules.Implied(permissions, resource)), grantable);

        // Revoking ALL keeps the other grants; revoking another permission keeps ALL.
        public Rights Without(LakeGrant revoke, LakeResource resource)
        {
            var permissions = Permissions & ~revoke.Permissions;
            var grantable = Grantable & ~(revoke.Permissions | revoke.Grantable);
            return new Rights(permissions, grantable & PermissionRules.Implied(permissions, resource));
        }
    }
}
