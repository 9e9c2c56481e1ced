using LakeTools.Rules.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>What another account has been given by the owner of a catalog, and has taken: as if the account were one principal.</summary>
/// <param name="owner">The owner's facts.</param>
/// <param name="receivers">What the account takes grants as.</param>
/// <param name="isOpen">Whether a grant has reached its receiver.</param>
internal sealed class AccountFacts(StoreFacts owner, IReadOnlyList<string> receivers, Func<LakeGrant, bool> isOpen) : ILakeFacts
{
    private static readonly PrincipalTags s_noTags = PrincipalTags.NotKnown("An account has no tags.");

    public string AccountId => owner.AccountId;

    public bool IsAdministrator(string principal, bool readOnly) => false;

    public string? CreatorOf(LakeResource resource) => null;

    /// <summary>The grants to the account, whoever is asked about.</summary>
    public IReadOnlyList<LakeGrant> GrantsOn(LakeResource resource, IReadOnlyCollection<string> principals) =>
        principals.Contains(LakePrincipal.IamAllowedPrincipalsId) ? []
            : [.. owner.GrantsOn(resource, receivers).Where(isOpen)];

    public bool HasGrantInside(string database, IReadOnlyCollection<string> principals) => HasInside(database, receivers);

    public bool HasTableOf(string database, string principal) => false;

    public IReadOnlyList<LakeGrant> TagGrants(TaggedResourceType type, IReadOnlyCollection<string> principals) =>
        [.. owner.TagGrants(type, receivers).Where(isOpen)];

    public IReadOnlyDictionary<string, string> TagsOf(string database, string? table, string? column) =>
        owner.TagsOf(database, table, column);

    public IReadOnlyList<string> ColumnsOf(string database, string table) => owner.ColumnsOf(database, table);

    public IReadOnlyList<string> PartitionKeysOf(string database, string table) => owner.PartitionKeysOf(database, table);

    public DataFilterRule? FilterOf(string database, string table, string name) => owner.FilterOf(database, table, name);

    public IReadOnlyList<string?> OptInsOn(LakeResource resource, IReadOnlyCollection<string> principals) =>
        owner.OptInsOn(resource, receivers);

    public PrincipalTags TagsOfPrincipal(string principal) => s_noTags;

    /// <summary>Whether any of some receivers has been given, and has taken, something on a table of a database.</summary>
    public bool HasInside(string database, IReadOnlyCollection<string> principals) =>
        owner.Grants.Inside(database, principals).Exists(grant => isOpen(grant))
        || owner.IsTaggedInside(database, [.. owner.TagGrants(TaggedResourceType.Table, principals)
            .Where(grant => grant.Condition is null && isOpen(grant)).Select(grant => grant.Resource.TagExpression!)]);
}
