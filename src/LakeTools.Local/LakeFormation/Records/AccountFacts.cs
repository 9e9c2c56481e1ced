using LakeTools.Rules.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>The accepted grants of the owner of a catalog to another account, as if the account were a principal.</summary>
/// <param name="owner">The owner's facts.</param>
/// <param name="receivers">The identities of the account for grants.</param>
/// <param name="isOpen">Whether a grant has reached its receiver.</param>
internal sealed class AccountFacts(StoreFacts owner, IReadOnlyList<string> receivers, Func<LakeGrant, bool> isOpen) : ILakeFacts
{
    private static readonly PrincipalTags s_noTags = PrincipalTags.NotKnown("An account has no tags.");

    public string AccountId => owner.AccountId;

    public bool IsAdministrator(string principal, bool readOnly) => false;

    public string? CreatorOf(LakeResource resource) => null;

    /// <summary>The grants to the account, for every principal.</summary>
    public IReadOnlyList<LakeGrant> GrantsOn(LakeResource resource, IReadOnlyCollection<string> principals) =>
        principals.Contains(LakePrincipal.IamAllowedPrincipalsId) ? []
            : [.. owner.GrantsOn(resource, receivers).Where(isOpen)];

    public bool HasGrantInside(LakeResource database, IReadOnlyCollection<string> principals) => HasInside(database, receivers);

    public bool HasTableOf(LakeResource database, string principal) => false;

    public IReadOnlyList<LakeGrant> TagGrants(TaggedResourceType type, IReadOnlyCollection<string> principals) =>
        [.. owner.TagGrants(type, receivers).Where(isOpen)];

    public IReadOnlyDictionary<string, string> TagsOf(LakeResource thing, string? column) => owner.TagsOf(thing, column);

    public IReadOnlyList<string> ColumnsOf(LakeResource table) => owner.ColumnsOf(table);

    public IReadOnlyList<string> PartitionKeysOf(LakeResource table) => owner.PartitionKeysOf(table);

    public DataFilterRule? FilterOf(LakeResource filter) => owner.FilterOf(filter);

    public IReadOnlyList<string?> OptInsOn(LakeResource resource, IReadOnlyCollection<string> principals) =>
        owner.OptInsOn(resource, receivers);

    public PrincipalTags TagsOfPrincipal(string principal) => s_noTags;

    /// <summary>Whether any of some receivers has been given, and has taken, something on a table of a database.</summary>
    public bool HasInside(LakeResource database, IReadOnlyCollection<string> principals) =>
        owner.Grants.Inside(database.DatabaseName!, principals).Exists(grant => isOpen(grant))
        || owner.IsTaggedInside(database, [.. owner.TagGrants(TaggedResourceType.Table, principals)
            .Where(grant => grant.Condition is null && isOpen(grant)).Select(grant => grant.Resource.TagExpression!)]);
}
