using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.States;

/// <summary>
/// Grants as facts of a state. Each column of a table and each value of an LF-Tag has facts of its own:
/// <c>allow.SELECT</c> for a whole table, <c>allow.SELECT:id</c> for one column. Two states then differ in exactly the permissions
/// that must be granted or revoked.
/// </summary>
internal static class GrantFacts
{
    private const string Allow = "allow.";
    private const string Grantable = "grantable.";
    private const string Yes = "yes";

    /// <summary>Makes the items of grants in any form.</summary>
    public static IEnumerable<StateItem> Items(IEnumerable<LakeGrant> grants, string accountId) => CanonicalGrants.Of(grants, accountId)
        .GroupBy(grant => (grant.Principal, Thing: Thing(grant.Resource), grant.Condition))
        .Select(group => new StateItem(
            StateKey.Of(StateKind.Grant, group.Key.Principal, group.Key.Thing, accountId, group.Key.Condition),
            StateItem.FactsOf(group.SelectMany(Facts)))
        {
            Principal = group.Key.Principal,
            Resource = group.Key.Thing,
            Condition = group.Key.Condition,
        });

    /// <summary>Reads an item's facts, or some of them, as grants.</summary>
    public static IReadOnlyList<LakeGrant> Grants(StateItem item, IEnumerable<string> facts)
    {
        var slots = new SortedList<string, Rights>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            var isGrantable = fact.StartsWith(Grantable, StringComparison.Ordinal);
            var (slot, name) = (SlotOf(fact) ?? "", fact[(isGrantable ? Grantable : Allow).Length..].Split(':')[0]);
            var permission = PermissionNames.Listed([name]);
            var held = slots.GetValueOrDefault(slot) ?? new Rights(PermissionSet.None, PermissionSet.None);
            slots[slot] = isGrantable
                ? held with { Grantable = held.Grantable | permission } : held with { Permissions = held.Permissions | permission };
        }

        return [.. slots.Select(slot =>
            new LakeGrant(item.Principal!, Slot(item.Resource!, slot.Key), slot.Value.Permissions, slot.Value.Grantable)
                { Condition = item.Condition })];
    }

    /// <summary>The column or the value of an LF-Tag that a fact is about; null if it is about the whole resource.</summary>
    public static string? SlotOf(string fact) =>
        fact.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? fact[(colon + 1)..] : null;

    /// <summary>An item's grants in canonical form.</summary>
    public static IReadOnlyList<LakeGrant> Grants(StateItem item) =>
        CanonicalGrants.Of(Grants(item, item.Facts.Keys), item.Resource!.CatalogId ?? "");

    /// <summary>
    /// Facts in the form in which they are compared. ALL is replaced by the permissions it implies, because Lake Formation does not
    /// list them separately.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Complete(StateItem item) =>
        StateItem.FactsOf(CanonicalGrants.FromListed(Grants(item, item.Facts.Keys), item.Resource!.CatalogId ?? "").SelectMany(Facts));

    /// <summary>
    /// The state between two states. If ALL is revoked, the permissions to keep must be granted by name first, because they
    /// are removed with it.
    /// </summary>
    /// <param name="before">The resource as it is.</param>
    /// <param name="between">The resource after all additions.</param>
    /// <param name="after">The resource after all removals.</param>
    public static StateItem Between(StateItem before, StateItem between, StateItem after) =>
        before.Facts.Keys.Any(fact => IsAll(fact) && !after.Facts.ContainsKey(fact))
            ? With(before, before.Facts.Keys.Union(after.Facts.Keys)) : between;

    /// <summary>An item with other facts.</summary>
    public static StateItem With(StateItem item, IEnumerable<string> facts) =>
        item with { Facts = StateItem.FactsOf(facts.Select(fact => (fact, (string?)Yes))) };

    /// <summary>The permissions to grant, to get from the facts before to the facts after.</summary>
    public static IReadOnlyList<LakeGrant> ToGrant(StateItem? before, StateItem after)
    {
        var had = before?.Facts.Keys.ToHashSet(StringComparer.Ordinal) ?? [];
        // Permissions with the grant option must be among the permissions of the same grant.
        return Join(Grants(after, after.Facts.Keys.Where(fact => !had.Contains(fact)))
            .Select(grant => grant with { Permissions = grant.Permissions | grant.Grantable }));
    }

    /// <summary>The grants to revoke between the facts before and the facts after: permissions, or only their grant option.</summary>
    public static IReadOnlyList<LakeGrant> ToRevoke(StateItem before, StateItem? after)
    {
        var stays = after is null ? [] : Grants(after, after.Facts.Keys).ToDictionary(grant => grant.Resource);
        return Join(Grants(before, before.Facts.Keys).Select(held =>
        {
            var kept = stays.GetValueOrDefault(held.Resource) ?? new LakeGrant(held.Principal, held.Resource, PermissionSet.None);
            var permissions = Lost(held.Permissions, kept.Permissions, held.Resource);
            return held with { Permissions = permissions,
                Grantable = Lost(held.Grantable, kept.Grantable, held.Resource) & ~permissions };
        }).Where(grant => (grant.Permissions | grant.Grantable) != PermissionSet.None));
    }

    /// <summary>The resource without its columns or values, which have facts of their own.</summary>
    public static LakeResource Thing(LakeResource resource) => resource.Kind switch
    {
        ResourceKind.Columns when resource.ColumnNames.Count > 0 => resource.WithColumns(NameList.Empty),
        ResourceKind.Tag => resource.WithTagValues(NameList.Empty),
        _ => resource,
    };

    private static LakeResource Slot(LakeResource thing, string slot) => (thing.Kind, slot) switch
    {
        (_, "") => thing,
        (ResourceKind.Columns, _) => thing.WithColumns(NameList.Of(slot)),
        _ => thing.WithTagValues(NameList.Of(slot)),
    };

    private static IEnumerable<(string, string?)> Facts(LakeGrant grant)
    {
        IEnumerable<string> slots = grant.Resource.Kind == ResourceKind.Tag ? grant.Resource.TagValues : grant.Resource.ColumnNames;
        foreach (var suffix in slots.Select(slot => ":" + slot).DefaultIfEmpty(""))
        {
            foreach (var name in grant.Permissions.Names()) yield return (Allow + name + suffix, Yes);
            foreach (var name in grant.Grantable.Names()) yield return (Grantable + name + suffix, Yes);
        }
    }

    private static bool IsAll(string fact) => fact.Split(':')[0] is Allow + "ALL" or Grantable + "ALL";

    // ALL is revoked with all that it implies. A list does not show what was granted in addition.
    private static PermissionSet Lost(PermissionSet before, PermissionSet after, LakeResource resource) =>
        PermissionRules.Implied(before, resource) & ~PermissionRules.Implied(after, resource);

    // Columns and values with the same rights are combined in one entry.
    private static IReadOnlyList<LakeGrant> Join(IEnumerable<LakeGrant> grants) => [.. grants
        .GroupBy(grant => (Thing(grant.Resource), grant.Permissions, grant.Grantable))
        .Select(group => group.First() with { Resource = Whole(group.Key.Item1, group.Select(grant => grant.Resource)) })];

    private static LakeResource Whole(LakeResource thing, IEnumerable<LakeResource> parts) => thing.Kind switch
    {
        ResourceKind.Columns when thing.ExcludedColumnNames.Count == 0 =>
            thing.WithColumns(NameList.Of(parts.SelectMany(part => part.ColumnNames))),
        ResourceKind.Tag => thing.WithTagValues(NameList.Of(parts.SelectMany(part => part.TagValues))),
        _ => thing,
    };

    // A class: what no assembly has compiled ahead, such as collections of values of our own, the first plan of each process compiles.
    private sealed record Rights(PermissionSet Permissions, PermissionSet Grantable);
}
