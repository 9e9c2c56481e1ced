using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Access;

/// <summary>Who may do what with a thing, and why. Pure: what it knows comes from <see cref="ILakeFacts"/>.</summary>
/// <remarks>
/// <para>
/// Rights come from five sources, and a decision is their union: the list of administrators, having made the thing, grants that name it or
/// what contains it, grants on expressions of LF-tags that it matches, and the group IAM_ALLOWED_PRINCIPALS, whose grants leave the
/// decision to IAM. Nothing takes rights away, so that removing a grant can never widen what somebody may do; only an opt-in (hybrid
/// access) closes the last source, for the principal that opted in. A grant with a condition counts where the principal's tags meet it;
/// where that cannot be decided, it does not count, and an opt-in does.
/// </para>
/// <para>
/// Sources: AWS Lake Formation developer guide, "Implicit Lake Formation permissions", "Metadata access control", "Lake Formation tag-based
/// access control" and "Hybrid access mode".
/// </para>
/// </remarks>
/// <param name="facts">The lake.</param>
/// <param name="principal">Who acts: the ARN of a user or a role.</param>
public sealed class AccessDecision(ILakeFacts facts, string principal)
{
    private const PermissionSet KeyPermissions = PermissionSet.Alter | PermissionSet.Drop;

    private PrincipalTags? _tags;

    // The principal's own grants, and those to every IAM principal of its account.
    private readonly string[] _principals = Accounts(principal);

    /// <summary>Whose grants count: the principal's own, and those to every IAM principal of its account.</summary>
    public IReadOnlyCollection<string> Principals => _principals;

    /// <summary>Whether the principal is a data lake administrator with write rights.</summary>
    public bool IsAdministrator => facts.IsAdministrator(principal, readOnly: false);

    /// <summary>Rights on the account's catalog.</summary>
    /// <returns>The rights.</returns>
    public LakeRights OnCatalog() => OnCatalog(LakeResource.Catalog(facts.AccountId));

    /// <summary>Rights on a database.</summary>
    /// <param name="database">Its name.</param>
    /// <returns>The rights.</returns>
    public LakeRights OnDatabase(string database)
    {
        var found = new RightsBuilder(LakeResource.Database(database, facts.AccountId));
        Administrator(found, PermissionSet.Describe);
        Creator(found);
        Named(found);
        foreach (var grant in Met(facts.TagGrants(TaggedResourceType.Database, _principals), found))
            if (grant.Resource.TagExpression!.Matches(facts.TagsOf(found.Resource.DatabaseName!, null, null)))
                found.Add(grant, AccessReasonKind.TagGrant);
        if ((found.Permissions & PermissionSet.Describe) == 0 && facts.HasTableOf(found.Resource.DatabaseName!, principal))
            found.Add(PermissionSet.Describe, PermissionSet.None, AccessReasonKind.TableCreator,
                $"{principal} made a table of it, which shows {found.Resource}.");
        if ((found.Permissions & PermissionSet.Describe) == 0
            && facts.HasGrantInside(found.Resource.DatabaseName!, found.IsOptedIn
            ? _principals : [.. _principals, LakePrincipal.IamAllowedPrincipalsId]))
            found.Add(PermissionSet.Describe, PermissionSet.None, AccessReasonKind.GrantInside,
                $"A grant on a table of it shows {found.Resource}.");
        return found.Build();
    }

    /// <summary>Rights on a table.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="table">Its name.</param>
    /// <returns>The rights.</returns>
    public LakeRights OnTable(string database, string table)
    {
        var found = new RightsBuilder(LakeResource.Table(database, table, facts.AccountId));
        Administrator(found, PermissionSet.Describe);
        Creator(found);
        Named(found);
        Tagged(found);
        return found.Build(
            () => facts.ColumnsOf(found.Resource.DatabaseName!, found.Resource.TableName!),
            () => facts.PartitionKeysOf(found.Resource.DatabaseName!, found.Resource.TableName!));
    }

    /// <summary>Rights on all tables of a database as one thing, as a grant on them needs.</summary>
    /// <param name="database">The database.</param>
    /// <returns>The rights.</returns>
    public LakeRights OnAllTables(string database)
    {
        var found = new RightsBuilder(LakeResource.AllTables(database, facts.AccountId));
        Administrator(found, PermissionSet.Describe);
        Named(found);
        return found.Build();
    }

    /// <summary>Rights on a location in S3, as making or moving a table there needs.</summary>
    /// <param name="location">An ARN or URI.</param>
    /// <returns>The rights.</returns>
    public LakeRights OnLocation(string location)
    {
        var found = new RightsBuilder(LakeResource.Location(location, facts.AccountId));
        Administrator(found, PermissionSet.DataLocationAccess);
        Named(found);
        return found.Build();
    }

    /// <summary>Rights on an LF-tag: on all of the values that are asked about.</summary>
    /// <param name="tag">The tag with its values; <c>*</c> is every value.</param>
    /// <returns>The rights.</returns>
    public LakeRights OnTag(LakeResource tag)
    {
        var found = new RightsBuilder(tag);
        // An administrator changes and deletes any tag, and gives the rest to whom it likes, itself included (developer
        // guide, LF-tag creators).
        Administrator(found, PermissionSet.Describe | KeyPermissions);
        Creator(found);
        var grants = Met(facts.GrantsOn(tag, _principals), found).ToList();
        // ALTER and DROP are the key's, whichever values they were granted with; the rest must be held on every value that is asked about.
        PermissionSet Held(LakeGrant grant, Func<LakeGrant, PermissionSet> side) =>
            Each(side(grant), permission => (permission & KeyPermissions) != 0
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
    /// Rights on everything that matches an expression of LF-tags: those granted on it, or on one that matches no less. Passed on is the
    /// complete expression alone (developer guide, tag-based considerations).
    /// </summary>
    /// <param name="tagged">The expression, and whether databases or tables are meant.</param>
    /// <returns>The rights.</returns>
    public LakeRights OnTagged(LakeResource tagged)
    {
        var found = new RightsBuilder(tagged);
        Administrator(found, PermissionSet.Describe);
        foreach (var grant in Met(facts.TagGrants(tagged.ResourceType!.Value, _principals), found))
        {
            if (!Covers(grant.Resource, tagged)) continue;
            var isSame = IsSame(grant.Resource, tagged);
            found.Add(isSame ? grant : grant with { Grantable = PermissionSet.None }, AccessReasonKind.TagGrant);
        }

        return found.Build();
    }

    /// <summary>Rights on what has neither tables nor tags: LF-tags, expressions, filters.</summary>
    /// <param name="resource">The thing.</param>
    /// <returns>The rights.</returns>
    public LakeRights On(LakeResource resource)
    {
        switch (resource.Kind)
        {
            case ResourceKind.Catalog or ResourceKind.NestedCatalog:
                return OnCatalog(resource);
            case ResourceKind.Database:
                return OnDatabase(resource.DatabaseName!);
            case ResourceKind.Table or ResourceKind.Columns when !LakeResource.IsAllTables(resource.TableName):
                return OnTable(resource.DatabaseName!, resource.TableName!);
            case ResourceKind.AllTables or ResourceKind.Columns:
                return OnAllTables(resource.DatabaseName!);
            case ResourceKind.DataLocation:
                return OnLocation(resource.DataLocation!);
            case ResourceKind.Tag:
                return OnTag(resource);
            case ResourceKind.TagExpression:
                return OnTagged(resource);
            default:
                var found = new RightsBuilder(resource);
                // An administrator changes and deletes any named expression (API reference, DeleteLFTagExpression).
                Administrator(found, resource.Kind == ResourceKind.NamedTagExpression
                    ? PermissionSet.Describe | KeyPermissions : PermissionSet.Describe);
                Creator(found);
                Named(found);
                return found.Build();
        }
    }

    /// <summary>Whether the principal may make a grant: administrators may make any, others what they hold with the grant option.</summary>
    /// <param name="grant">The grant.</param>
    /// <returns>True where they may.</returns>
    public bool MayGrant(LakeGrant grant)
    {
        if (IsAdministrator) return true;
        var asked = PermissionRules.Implied(grant.Permissions | grant.Grantable, grant.Resource) & ~PermissionSet.All;
        if (grant.Resource.Kind == ResourceKind.DataFilter) return MayGrantFilter(grant);
        if (grant.Resource.Kind == ResourceKind.TagExpression && MayGrantBy(grant.Resource)) return true;
        if (MayGrantByTagOf(grant.Resource)) return true;
        var rights = On(grant.Resource);
        if ((asked & ~rights.Grantable) == PermissionSet.None) return true;
        return grant.Resource.Kind == ResourceKind.Columns && grant.Resource.ColumnNames.Count > 0
            && asked == PermissionSet.Select && grant.Resource.ColumnNames.All(rights.GrantableColumns.Contains);
    }

    private LakeRights OnCatalog(LakeResource catalog)
    {
        var found = new RightsBuilder(catalog);
        // An administrator may create databases (developer guide, implicit permissions).
        Administrator(found, PermissionRules.Taken(catalog) & (
            PermissionSet.Describe | PermissionSet.CreateDatabase | PermissionSet.CreateLFTag
            | PermissionSet.CreateLFTagExpression | PermissionSet.CreateCatalog));
        Named(found);
        return found.Build();
    }

    private static string[] Accounts(string principal) =>
        LakePrincipal.Read(principal, null, "aws", out _) is { AccountId: { } account, Kind: PrincipalKind.Role or PrincipalKind.User }
            ? [principal, account + ":IAMPrincipals"]
            : [principal];

    private void Administrator(RightsBuilder found, PermissionSet implicitly)
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

    private void Creator(RightsBuilder found)
    {
        if (facts.CreatorOf(found.Resource) != principal) return;
        var all = PermissionRules.Implied(PermissionSet.All, found.Resource);
        // The maker of a database may pass on CREATE_TABLE, ALTER and DROP (developer guide, lf-permissions-reference, CREATE_DATABASE;
        // implicit-permissions names CREATE_TABLE alone); the maker of a table all of it (implicit-permissions).
        var grantable = found.Resource.Kind == ResourceKind.Database ? PermissionSet.CreateTable | KeyPermissions : all;
        if ((PermissionRules.Taken(found.Resource) & PermissionSet.All) == 0) all = grantable = PermissionRules.Taken(found.Resource);
        found.Add(all, grantable, AccessReasonKind.Creator, $"{principal} made {found.Resource}.");
    }

    private void Named(RightsBuilder found)
    {
        foreach (var grant in Met(facts.GrantsOn(found.Resource, _principals), found))
            found.Add(grant, KindOf(grant.Resource, found.Resource), FilterOf(grant));
        found.IsOptedIn = IsOptedIn(found);
        foreach (var grant in facts.GrantsOn(found.Resource, [LakePrincipal.IamAllowedPrincipalsId]))
        {
            if (!found.IsOptedIn) found.Add(grant, AccessReasonKind.IamAllowed);
            else found.Add(PermissionSet.None, PermissionSet.None, AccessReasonKind.OptedIn,
                $"{principal} is opted in on {found.Resource}: {LakePrincipal.IamAllowedPrincipalsId} does not count.");
        }
    }

    // The grants that count: those without a condition, and those whose condition the principal's tags meet.
    private IEnumerable<LakeGrant> Met(IReadOnlyList<LakeGrant> grants, RightsBuilder found)
    {
        foreach (var grant in grants)
        {
            if (grant.Condition is not { } condition) yield return grant;
            else if (Decide(condition, out var why) is var outcome && outcome == ConditionOutcome.Met) yield return grant;
            else found.AddUnmet(grant, outcome, principal, why);
        }
    }

    private bool IsOptedIn(RightsBuilder found)
    {
        var isOptedIn = false;
        foreach (var condition in facts.OptInsOn(found.Resource, _principals))
        {
            var (outcome, why) = condition is null ? (ConditionOutcome.Met, null) : (Decide(condition, out var reason), reason);
            // What cannot be decided opens nothing: an opt-in closes.
            isOptedIn |= outcome != ConditionOutcome.Unmet;
            if (outcome == ConditionOutcome.Undecided)
                found.Add(PermissionSet.None, PermissionSet.None, AccessReasonKind.ConditionUndecided,
                    $"{principal} may be opted in on {found.Resource}{LakeGrant.When(condition)}. {why}");
        }

        return isOptedIn || Tags.Values?.ContainsKey(PrincipalCondition.OptedInTag) == true;
    }

    private PrincipalTags Tags => _tags ??= facts.TagsOfPrincipal(principal);

    private ConditionOutcome Decide(string condition, out string? why) => PrincipalCondition.Decide(condition, Tags, out why);

    private DataFilterRule? FilterOf(LakeGrant grant) => grant.Resource.Kind == ResourceKind.DataFilter
        ? facts.FilterOf(grant.Resource.DatabaseName!, grant.Resource.TableName!, grant.Resource.FilterName!)
        : null;

    private void Tagged(RightsBuilder found)
    {
        var (database, table) = (found.Resource.DatabaseName!, found.Resource.TableName!);
        var grants = Met(facts.TagGrants(TaggedResourceType.Table, _principals), found).ToList();
        if (grants.Count == 0) return;
        var columns = facts.ColumnsOf(database, table);
        foreach (var grant in grants)
        {
            var expression = grant.Resource.TagExpression!;
            var matching = columns.Where(column => expression.Matches(facts.TagsOf(database, table, column))).ToList();
            if (matching.Count == columns.Count && expression.Matches(facts.TagsOf(database, table, null)))
                found.Add(grant, AccessReasonKind.TagGrant);
            else if (matching.Count > 0) found.AddColumns(grant, NameList.Of(matching));
        }
    }

    // GRANT_WITH_LF_TAG_EXPRESSION on the named expression, or on all values that the expression has, is enough to grant whatever it takes.
    private bool MayGrantBy(LakeResource tagged) => tagged.TagExpression is { Count: > 0 } expression
        ? expression.All(condition => OnTag(LakeResource.Tag(condition.Key, condition.Value, tagged.CatalogId))
            .Allows(PermissionSet.GrantWithLFTagExpression))
        : tagged.TagExpressionName is { } name
            && On(LakeResource.NamedTagExpression(name, tagged.CatalogId)).Allows(PermissionSet.GrantWithLFTagExpression);

    // And on a tag that a database or table has, it is enough to grant on that by name (developer guide, tag-based considerations).
    private bool MayGrantByTagOf(LakeResource resource) =>
        resource.Kind is ResourceKind.Database or ResourceKind.Table or ResourceKind.Columns
        && !LakeResource.IsAllTables(resource.TableName)
        && facts.TagsOf(resource.DatabaseName!, resource.TableName, null).Any(tag =>
            OnTag(LakeResource.Tag(tag.Key, [tag.Value], facts.AccountId)).Allows(PermissionSet.GrantWithLFTagExpression));

    private bool MayGrantFilter(LakeGrant grant) =>
        (OnTable(grant.Resource.DatabaseName!, grant.Resource.TableName!).Grantable & PermissionSet.Select) != 0
        || (On(grant.Resource).Grantable & grant.Permissions) == grant.Permissions;

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

    private static AccessReasonKind KindOf(LakeResource granted, LakeResource asked) => granted.Kind switch
    {
        ResourceKind.AllTables when asked.Kind != ResourceKind.AllTables => AccessReasonKind.AllTablesGrant,
        ResourceKind.Columns => AccessReasonKind.ColumnGrant,
        ResourceKind.DataFilter when asked.Kind != ResourceKind.DataFilter => AccessReasonKind.FilterGrant,
        ResourceKind.DataLocation when granted.DataLocation != asked.DataLocation => AccessReasonKind.ParentLocationGrant,
        _ => AccessReasonKind.Grant,
    };
}
