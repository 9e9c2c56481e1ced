using LakeTools.Rules.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Access;

/// <summary>The facts that a caller has read from the service's lists for one question.</summary>
internal sealed record ListedFacts : ILakeFacts
{
    private static readonly PrincipalTags s_notRead = Rules.Conditions.PrincipalTags.NotKnown("Its tags were not read.");

    /// <inheritdoc/>
    public required string AccountId { get; init; }

    /// <summary>The settings' administrators.</summary>
    public IReadOnlyCollection<string> Administrators { get; init; } = [];

    /// <summary>The settings' read-only administrators.</summary>
    public IReadOnlyCollection<string> ReadOnlyAdministrators { get; init; } = [];

    /// <summary>The canonical grants that apply to the resource.</summary>
    public IReadOnlyList<LakeGrant> Grants { get; init; } = [];

    /// <summary>Grants on expressions of LF-Tags, with saved expressions resolved.</summary>
    public IReadOnlyList<LakeGrant> TaggedGrants { get; init; } = [];

    /// <summary>The creators of resources.</summary>
    public IReadOnlyDictionary<LakeResource, string> Creators { get; init; } = new Dictionary<LakeResource, string>();

    /// <summary>The columns of the table in question.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The names of the columns that are partition keys.</summary>
    public IReadOnlyList<string> PartitionKeys { get; init; } = [];

    /// <summary>The LF-Tags of the database or table in question.</summary>
    public ListedTags Tags { get; init; } = ListedTags.None;

    /// <summary>The data cells filters of the table in question.</summary>
    public IReadOnlyList<DataFilterRule> Filters { get; init; } = [];

    /// <summary>The opt-ins, with their principals and resources.</summary>
    public IReadOnlyCollection<ListedOptIn> OptIns { get; init; } = [];

    /// <summary>The tags of principals, as far as they were read.</summary>
    public IReadOnlyDictionary<string, PrincipalTags> PrincipalTags { get; init; } = new Dictionary<string, PrincipalTags>();

    /// <summary>The principals with a permission on a table of the database in question, without a condition.</summary>
    public IReadOnlyCollection<string> Inside { get; init; } = [];

    /// <summary>The creators of tables of the database in question; roles without their path.</summary>
    public IReadOnlyCollection<string> TableCreators { get; init; } = [];

    /// <inheritdoc/>
    public bool IsAdministrator(string principal, bool readOnly) =>
        (readOnly ? ReadOnlyAdministrators : Administrators).Contains(principal);

    /// <summary>Whether the caller is an administrator, or a read-only one.</summary>
    /// <param name="callerArn">The ARN that STS returns.</param>
    /// <returns>True if the settings list it, or the role of its session.</returns>
    public bool IsAdministrator(string callerArn) =>
        Administrators.Concat(ReadOnlyAdministrators).Any(administrator => LakePrincipal.IsSame(administrator, callerArn));

    /// <inheritdoc/>
    public string? CreatorOf(LakeResource resource) => Creators.GetValueOrDefault(resource.Canonical(AccountId));

    /// <inheritdoc/>
    public IReadOnlyList<LakeGrant> GrantsOn(LakeResource resource, IReadOnlyCollection<string> principals)
    {
        var asked = resource.Canonical(AccountId);
        return Grants.Where(grant => principals.Contains(grant.Principal) && Bears(grant.Resource, asked)).ToList();
    }

    /// <inheritdoc/>
    public bool HasGrantInside(LakeResource database, IReadOnlyCollection<string> principals) => principals.Any(Inside.Contains);

    /// <inheritdoc/>
    public bool HasTableOf(LakeResource database, string principal) => TableCreators.Contains(LakePrincipal.WithoutPath(principal));

    /// <inheritdoc/>
    public IReadOnlyList<LakeGrant> TagGrants(TaggedResourceType type, IReadOnlyCollection<string> principals) =>
        TaggedGrants.Where(grant => grant.Resource.ResourceType == type && principals.Contains(grant.Principal)).ToList();

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> TagsOf(LakeResource thing, string? column) =>
        Tags.Of(thing.TableName is not null, column);

    /// <inheritdoc/>
    public IReadOnlyList<string> ColumnsOf(LakeResource table) => Columns;

    /// <inheritdoc/>
    public IReadOnlyList<string> PartitionKeysOf(LakeResource table) => PartitionKeys;

    /// <inheritdoc/>
    public DataFilterRule? FilterOf(LakeResource filter) =>
        Filters.FirstOrDefault(rule => rule.Name == filter.FilterName)?.WithKeys(PartitionKeys);

    /// <inheritdoc/>
    public IReadOnlyList<string?> OptInsOn(LakeResource resource, IReadOnlyCollection<string> principals)
    {
        var asked = resource.Canonical(AccountId);
        LakeResource[] things = asked.Kind == ResourceKind.Table
            ? [asked, LakeResource.AllTables(asked.DatabaseName!, asked.CatalogId)] : [asked];
        return [.. OptIns.Where(optIn => things.Contains(optIn.Resource) && principals.Contains(optIn.Principal))
            .Select(optIn => optIn.Condition)];
    }

    /// <inheritdoc/>
    public PrincipalTags TagsOfPrincipal(string principal) => PrincipalTags.GetValueOrDefault(principal) ?? s_notRead;

    /// <summary>Whether a condition in these facts depends on the tags of a principal.</summary>
    /// <param name="principal">An identifier.</param>
    /// <returns>True if there is such a condition.</returns>
    public bool HasConditionFor(string principal)
    {
        var principals = new AccessDecision(this, principal).Principals;
        return Grants.Concat(TaggedGrants).Any(grant => grant.Condition is not null && principals.Contains(grant.Principal))
            || OptIns.Any(optIn => optIn.Condition is not null && principals.Contains(optIn.Principal));
    }

    /// <summary>The permissions that a principal would have only as the creator of a resource.</summary>
    /// <remarks>
    /// Grants on catalogs that contain the resource count as if their conditions were met: the service may include what they give on the
    /// resource, without the condition. A grant on the resource itself is listed with its condition, and one on LF-Tags can have none.
    /// </remarks>
    /// <param name="resource">The resource, in canonical form.</param>
    /// <param name="principal">The principal.</param>
    /// <returns>The permissions, and those with the grant option. None if grants give everything that a creator has.</returns>
    public (PermissionSet Permissions, PermissionSet Grantable) OnlyOfCreator(LakeResource resource, string principal)
    {
        var grants = Grants.Select(grant => Bears(grant.Resource, resource) ? grant : grant with { Condition = null });
        var without = this with { Grants = [.. grants] };
        var with = without with { Creators = new Dictionary<LakeResource, string> { [resource] = principal } };
        var (granted, all) = (Rights(without), Rights(with));
        return (all.Permissions & ~(granted.Permissions | PermissionSet.All), all.Grantable & ~(granted.Grantable | PermissionSet.All));

        LakeRights Rights(ListedFacts facts) => new AccessDecision(facts, principal).On(resource);
    }

    /// <summary>Whether a listed entry is a grant, and not an implicit permission.</summary>
    /// <param name="entry">An entry of the service's list for one principal.</param>
    /// <returns>True if it has a condition, or if an unconditional grant contains it.</returns>
    public bool Explains(LakeGrant entry) => entry.Condition is not null || Grants.Any(grant => grant.Condition is null
        && grant.Principal == entry.Principal
        && grant.Resource == entry.Resource.Canonical(AccountId)
        && Contains(grant.Permissions, entry.Permissions, grant.Resource)
        && Contains(grant.Grantable, entry.Grantable, grant.Resource));

    private static bool Contains(PermissionSet all, PermissionSet some, LakeResource resource) =>
        (PermissionRules.Implied(some, resource) & ~PermissionRules.Implied(all, resource)) == PermissionSet.None;

    /// <summary>Whether a grant on one resource applies to another.</summary>
    /// <param name="granted">The resource of the grant, in canonical form.</param>
    /// <param name="asked">The resource of the question, in canonical form.</param>
    /// <returns>True if it is the same, or contains it.</returns>
    internal static bool Bears(LakeResource granted, LakeResource asked) => asked.Kind switch
    {
        ResourceKind.Table => granted.CatalogId == asked.CatalogId && granted.DatabaseName == asked.DatabaseName
            && (granted.Kind == ResourceKind.AllTables || (granted.TableName is not null && granted.TableName == asked.TableName)),
        ResourceKind.DataLocation => granted.Kind == ResourceKind.DataLocation
            && DataLocation.IsUnder(asked.DataLocation!, granted.DataLocation!),
        ResourceKind.Tag => granted.Kind == ResourceKind.Tag && granted.TagKey == asked.TagKey,
        _ => granted == asked,
    };
}
