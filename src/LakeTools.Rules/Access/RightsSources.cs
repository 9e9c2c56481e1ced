using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Access;

/// <summary>The sources of one principal's permissions: each source adds to the permissions found on a resource.</summary>
/// <param name="facts">The lake.</param>
/// <param name="principal">The ARN of a user or a role.</param>
internal sealed class RightsSources(ILakeFacts facts, string principal)
{
    /// <summary>The permissions on the key of an LF-Tag, and on a saved expression, rather than on values.</summary>
    public const PermissionSet KeyPermissions = PermissionSet.Alter | PermissionSet.Drop;

    private PrincipalTags? _tags;

    /// <summary>The principals whose grants apply: the principal itself, and all IAM principals of its account.</summary>
    public IReadOnlyCollection<string> Principals { get; } =
        LakePrincipal.TryParse(principal, out var known)
            && known is { AccountId: { } account, Kind: PrincipalKind.Role or PrincipalKind.User }
            ? [principal, account + ":IAMPrincipals"]
            : [principal];

    /// <summary>Whether the principal is a data lake administrator that is not read-only.</summary>
    public bool IsAdministrator => facts.IsAdministrator(principal, readOnly: false);

    private PrincipalTags Tags => _tags ??= facts.TagsOfPrincipal(principal);

    /// <summary>Adds the permissions of an administrator, or of a read-only one.</summary>
    /// <param name="found">The permissions found on the resource.</param>
    /// <param name="implicitly">The implicit permissions of an administrator.</param>
    public void Administrator(RightsBuilder found, PermissionSet implicitly)
    {
        if (IsAdministrator)
        {
            // May grant anything to anyone, the administrator's own self included; may do only what is implicit until then.
            found.Add(implicitly, PermissionRules.Taken(found.Resource), AccessReasonKind.Administrator,
                $"{principal} is a data lake administrator.");
        }
        else if (facts.IsAdministrator(principal, readOnly: true))
        {
            found.Add(PermissionSet.Describe & PermissionRules.Taken(found.Resource), PermissionSet.None,
                AccessReasonKind.ReadOnlyAdministrator,
                $"{principal} is a read-only administrator.");
        }
    }

    /// <summary>The permissions of the creator.</summary>
    public void Creator(RightsBuilder found)
    {
        if (facts.CreatorOf(found.Resource) is not { } creator || !LakePrincipal.IsSame(principal, creator)) return;
        var taken = PermissionRules.Taken(found.Resource);
        var all = (taken & PermissionSet.All) == 0 ? taken : PermissionRules.Implied(PermissionSet.All, found.Resource);
        // The maker of a database may pass on CREATE_TABLE, ALTER and DROP (developer guide, lf-permissions-reference, CREATE_DATABASE;
        // implicit-permissions names CREATE_TABLE alone), the maker of a catalog CREATE_DATABASE; the maker of a table all of it
        // (implicit-permissions).
        var grantable = found.Resource.Kind switch
        {
            ResourceKind.Database => PermissionSet.CreateTable | KeyPermissions,
            ResourceKind.NestedCatalog => PermissionSet.CreateDatabase,
            _ => all,
        };
        found.Add(all, grantable, AccessReasonKind.Creator, $"{principal} created {found.Resource}.");
    }

    /// <summary>Adds the permissions of grants on the resource, on all tables of its database, or on a parent of a location.</summary>
    public void Named(RightsBuilder found)
    {
        foreach (var grant in Met(facts.GrantsOn(found.Resource, Principals), found))
            found.Add(grant, KindOf(grant.Resource, found.Resource), FilterOf(grant));
        found.IsOptedIn = IsOptedIn(found);
        foreach (var grant in facts.GrantsOn(found.Resource, [LakePrincipal.IamAllowedPrincipalsId]))
        {
            if (!found.IsOptedIn) found.Add(grant, AccessReasonKind.IamAllowed, FilterOf(grant));
            else found.Add(PermissionSet.None, PermissionSet.None, AccessReasonKind.OptedIn,
                $"{principal} is opted in on {found.Resource}: permissions of {LakePrincipal.IamAllowedPrincipalsId} do not apply.");
        }
    }

    /// <summary>
    /// Adds the effect of SUPER_USER on a catalog besides the account's own: all permissions on its databases and tables (permissions
    /// reference). It is unsure if it extends to the catalogs within it, as SUPER_USER on these would. No other permission on a catalog
    /// extends to its contents.
    /// </summary>
    public void Containing(RightsBuilder found)
    {
        foreach (var catalog in found.Resource.ContainingCatalogs())
            foreach (var grant in Met(facts.GrantsOn(catalog, Principals), found, PermissionSet.SuperUser))
                found.AddWithin(grant);
    }

    /// <summary>The grants that count: those without a condition, and those whose condition the principal's tags meet.</summary>
    /// <param name="grants">The grants.</param>
    /// <param name="found">The receiver of the reasons why a grant does not count.</param>
    /// <param name="only">The permissions of which a grant must contain at least one.</param>
    /// <returns>The grants that count.</returns>
    public IEnumerable<LakeGrant> Met(IReadOnlyList<LakeGrant> grants, RightsBuilder found, PermissionSet only = ~PermissionSet.None)
    {
        foreach (var grant in grants)
        {
            if ((grant.Permissions & only) == PermissionSet.None) continue;
            if (grant.Condition is not { } condition) yield return grant;
            else if (Decide(condition, out var why) is var outcome && outcome == ConditionOutcome.Met) yield return grant;
            else found.AddUnmet(grant, outcome, principal, why);
        }
    }

    private bool IsOptedIn(RightsBuilder found)
    {
        var isOptedIn = false;
        foreach (var condition in facts.OptInsOn(found.Resource, Principals))
        {
            var (outcome, why) = condition is null ? (ConditionOutcome.Met, null) : (Decide(condition, out var reason), reason);
            // An opt-in with an undecided condition counts, because an opt-in only restricts.
            isOptedIn |= outcome != ConditionOutcome.Unmet;
            if (outcome == ConditionOutcome.Undecided)
                found.Add(PermissionSet.None, PermissionSet.None, AccessReasonKind.ConditionUndecided,
                    $"{principal} may be opted in on {found.Resource}{LakeGrant.When(condition)}. {why}");
        }

        return isOptedIn || Tags.Values?.ContainsKey(PrincipalCondition.OptedInTag) == true;
    }

    private ConditionOutcome Decide(string condition, out string? why) => PrincipalCondition.Decide(condition, Tags, out why);

    /// <summary>Adds the permissions of grants on expressions of LF-Tags that match a table, or some of its columns.</summary>
    public void Tagged(RightsBuilder found)
    {
        var grants = Met(facts.TagGrants(TaggedResourceType.Table, Principals), found).ToList();
        if (grants.Count == 0) return;
        var columns = facts.ColumnsOf(found.Resource);
        foreach (var grant in grants)
        {
            if (grant.Resource.TagExpression is not { } expression) continue;
            var matching = columns.Where(column => expression.Matches(facts.TagsOf(found.Resource, column))).ToList();
            if (matching.Count == columns.Count && expression.Matches(facts.TagsOf(found.Resource, null)))
                found.Add(grant, AccessReasonKind.TagGrant);
            else if (matching.Count > 0) found.AddColumns(grant, NameList.Of(matching));
        }
    }

    private DataFilterRule? FilterOf(LakeGrant grant) =>
        grant.Resource.Kind == ResourceKind.DataFilter ? facts.FilterOf(grant.Resource) : null;

    private static AccessReasonKind KindOf(LakeResource granted, LakeResource asked) => granted.Kind switch
    {
        ResourceKind.AllTables when asked.Kind != ResourceKind.AllTables => AccessReasonKind.AllTablesGrant,
        ResourceKind.Columns => AccessReasonKind.ColumnGrant,
        ResourceKind.DataFilter when asked.Kind != ResourceKind.DataFilter => AccessReasonKind.FilterGrant,
        ResourceKind.DataLocation when granted.DataLocation != asked.DataLocation => AccessReasonKind.ParentLocationGrant,
        _ => AccessReasonKind.Grant,
    };
}
