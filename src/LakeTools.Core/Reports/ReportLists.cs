using LakeTools.Core.Permissions.Access;
using LakeTools.Rules.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Reports;

/// <summary>The source of a report: the lists of the services.</summary>
internal sealed record ReportLists
{
    /// <summary>The common facts: the account and its administrators.</summary>
    public required ListedFacts Lake { get; init; }

    /// <summary>The opt-ins of hybrid access.</summary>
    public required IReadOnlyCollection<ListedOptIn> OptIns { get; init; }

    /// <summary>The grants on expressions of LF-Tags, saved ones resolved.</summary>
    public required IReadOnlyList<LakeGrant> TaggedGrants { get; init; }

    /// <summary>All grants, in canonical form.</summary>
    public required IReadOnlyList<LakeGrant> Grants { get; init; }

    /// <summary>The databases that the report is about, in lower case and sorted.</summary>
    public required IReadOnlyList<string> Databases { get; init; }

    /// <summary>Their tables.</summary>
    public required IReadOnlyList<GlueTable> Tables { get; init; }

    /// <summary>The data filters, and what each allows.</summary>
    public required IReadOnlyList<(LakeResource Filter, DataFilterRule Rule)> Filters { get; init; }

    /// <summary>The LF-Tags of the databases and tables, including inherited ones.</summary>
    public required IReadOnlyDictionary<LakeResource, ListedTags> Tags { get; init; }

    /// <summary>The details of databases and tables.</summary>
    public required IReadOnlyDictionary<LakeResource, ReportDetail> Details { get; init; }

    /// <summary>Whether the report is about the whole lake, including resources outside databases.</summary>
    public required bool IsWholeLake { get; init; }

    /// <summary>The tags of principals, if they differ from those in IAM now.</summary>
    public IReadOnlyDictionary<string, PrincipalTags> PrincipalTags { get; init; } = new Dictionary<string, PrincipalTags>();

    /// <summary>The facts about databases and tables besides named grants.</summary>
    public ListedFacts Shared => Lake with { OptIns = OptIns, TaggedGrants = TaggedGrants };

    /// <summary>All principals in the lists, sorted by identifier.</summary>
    /// <returns>Identifiers.</returns>
    public IReadOnlyList<string> Everybody()
    {
        var named = Grants.Concat(TaggedGrants).Select(grant => grant.Principal)
            .Concat(Lake.Administrators).Concat(Lake.ReadOnlyAdministrators).Concat(OptIns.Select(optIn => optIn.Principal))
            .ToHashSet(StringComparer.Ordinal);
        // A table has the session of its creator, which lacks the path of its role.
        var known = named.Select(LakePrincipal.WithoutPath).ToHashSet(StringComparer.Ordinal);
        var creators = Tables.Select(table => table.CreatedBy).OfType<string>().Select(LakePrincipal.OfCaller)
            .Where(creator => LakePrincipal.TryParse(creator, out _) && !known.Contains(LakePrincipal.WithoutPath(creator)));
        return [.. named.Concat(creators).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
