using LakeTools.Rules.Resources;

namespace LakeTools.Core.Trails;

/// <summary>
/// Decides whether a grant was used. It is named unused only where no event of its principal can have needed it; wherever an event may
/// have, or may be missing, it is not. docs/Find-LakeUnusedPermission.md says the rule.
/// </summary>
/// <param name="uses">The uses in the events.</param>
/// <param name="reach">The reach of grants.</param>
/// <param name="account">The account whose catalog and principals are looked at.</param>
/// <param name="since">The first moment that counts; null for all that the trail has.</param>
/// <param name="hasCatalogCalls">Whether the trail has calls of Glue besides data.</param>
internal sealed class UnusedRule(TrailUses uses, GrantReach reach, string account, DateTime? since, bool hasCatalogCalls)
{
    private static readonly string[] s_data = ["SELECT", "INSERT", "DELETE"];

    /// <summary>Decides about grants, those of a principal together.</summary>
    /// <param name="grants">All explicit grants.</param>
    /// <returns>Each with its answer, and what of it is unused.</returns>
    public IEnumerable<(LakePermission Grant, GrantUse Use)> Decide(IReadOnlyList<LakePermission> grants)
    {
        var answers = grants.Select(grant => (Grant: grant, Use: Decide(grant))).ToList();

        // An event that names a database alone needs any grant in it, so one which is used anyway is enough.
        var kept = answers.Where(answer => answer.Use == GrantUse.Used).SelectMany(answer => DatabasesOf(answer.Grant)
            .Select(database => (answer.Grant.Principal, database))).ToHashSet();
        foreach (var (grant, use) in answers)
        {
            var isNeeded = use == GrantUse.Unused && IsCounted(uses.OfDatabases(grant.Principal, database =>
                DatabasesOf(grant).Contains(database) && !kept.Contains((grant.Principal, database))));
            if (isNeeded) yield return (grant, GrantUse.Used);
            else if (use == GrantUse.Unused && uses.IsLost(grant.Principal, table => MayBeOn(grant, table)))
                yield return (grant, GrantUse.NameNotSeen);
            else yield return (use == GrantUse.Unused ? Unused(grant) : grant, use);
        }
    }

    private GrantUse Decide(LakePermission grant)
    {
        if (!LakePrincipal.TryParse(grant.Principal, out var principal) || principal.AccountId != account
            || principal.Kind is not (PrincipalKind.Role or PrincipalKind.User)) return GrantUse.PrincipalNotSeen;
        if (grant.GrantablePermission.Count > 0) return GrantUse.MayBePassedOn;
        if ((grant.CatalogId ?? account) != account) return GrantUse.ResourceNotSeen;
        if (Kind(grant) is not ResourceKind.TagExpression && (grant.DatabaseName is null || !reach.Knows(grant.DatabaseName)
            || (grant.TableName is { } named and not "*" && reach.IsLink(grant.DatabaseName, named) != false)))
            return GrantUse.ResourceNotSeen;
        if (grant.LastUpdated > since) return GrantUse.Younger;
        if (!hasCatalogCalls && !grant.Permission.Intersect(s_data).Any()) return GrantUse.GivesNoData;
        return Kind(grant) switch
        {
            ResourceKind.Database => Answer(Latest(
                uses.OfTables(grant.Principal, (database, _) => database == grant.DatabaseName),
                uses.OfDatabases(grant.Principal, database => database == grant.DatabaseName))),
            ResourceKind.AllTables => Answer(
                uses.OfTables(grant.Principal, (database, _) => database == grant.DatabaseName), reach.AreAllSeen(grant.DatabaseName!)),
            ResourceKind.Table or ResourceKind.Columns or ResourceKind.DataFilter when grant.TableName is "*" => Answer(
                uses.OfTables(grant.Principal, (database, _) => database == grant.DatabaseName), reach.AreAllSeen(grant.DatabaseName!)),
            ResourceKind.Table or ResourceKind.Columns or ResourceKind.DataFilter => Answer(
                uses.OfTables(grant.Principal, (database, table) => database == grant.DatabaseName && table == grant.TableName),
                reach.IsSeen(grant.DatabaseName!, grant.TableName!)),
            ResourceKind.TagExpression => OfTagged(grant),
            _ => GrantUse.ResourceNotSeen,
        };
    }

    private GrantUse OfTagged(LakePermission grant)
    {
        if (reach.Tagged(grant.Target) is not { } reached) return GrantUse.ResourceNotSeen;
        var databases = reached.Select(thing => thing.Database).ToHashSet(StringComparer.Ordinal);
        if (grant.ResourceType == nameof(TaggedResourceType.Database))
            return Answer(Latest(
                uses.OfTables(grant.Principal, (database, _) => databases.Contains(database)),
                uses.OfDatabases(grant.Principal, databases.Contains)));
        if (reached.Any(thing => thing.Table is { } table && reach.IsLink(thing.Database, table) == true)) return GrantUse.ResourceNotSeen;
        return Answer(
            uses.OfTables(grant.Principal, (database, table) => reached.Contains((database, table))),
            reached.All(thing => thing.Table is not { } table || reach.IsSeen(thing.Database, table)));
    }

    private GrantUse Answer(DateTime? last, bool isSeen = true) => IsCounted(last) ? GrantUse.Used
        : isSeen || hasCatalogCalls ? GrantUse.Unused : GrantUse.ReadingNotSeen;

    private bool IsCounted(DateTime? last) => last is not null && !(last < since);

    // A trail of data events does not show the use of other permissions, so these stay.
    private LakePermission Unused(LakePermission grant) => grant with
    {
        Permission = hasCatalogCalls ? grant.Permission : [.. grant.Permission.Intersect(s_data)],
        LastUsed = LastOf(grant),
    };

    private DateTime? LastOf(LakePermission grant)
    {
        var reached = Kind(grant) == ResourceKind.TagExpression ? reach.Tagged(grant.Target) : null;
        return uses.OfTables(grant.Principal, (database, table) => reached is not null
            ? reached.Contains((database, table)) || reached.Contains((database, null))
            : database == grant.DatabaseName && (grant.TableName is null or "*" || table == grant.TableName));
    }

    // Whether a grant may be on a table of which only the name is known; null is any table.
    private bool MayBeOn(LakePermission grant, string? table) => table is null || Kind(grant) switch
    {
        ResourceKind.TagExpression => (reach.Tagged(grant.Target) ?? []).Any(thing => thing.Table is null || thing.Table == table),
        ResourceKind.Database or ResourceKind.AllTables => true,
        _ => grant.TableName == "*" || grant.TableName == table,
    };

    private HashSet<string> DatabasesOf(LakePermission grant) => Kind(grant) == ResourceKind.TagExpression
        ? (reach.Tagged(grant.Target) ?? []).Select(thing => thing.Database).ToHashSet(StringComparer.Ordinal)
        : grant.DatabaseName is { } database ? [database] : [];

    private static ResourceKind Kind(LakePermission grant) => Enum.Parse<ResourceKind>(grant.ResourceKind);

    private static DateTime? Latest(DateTime? one, DateTime? other) => one > other || other is null ? one : other;
}
