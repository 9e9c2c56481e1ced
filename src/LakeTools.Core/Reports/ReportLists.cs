using LakeTools.Core.Permissions.Access;
using LakeTools.Rules.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Reports;

/// <summary>What a report is made from, list by list as the services have it.</summary>
internal sealed record ReportLists
{
    /// <summary>What holds for everything: the account and its administrators.</summary>
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

    /// <summary>The data filters, and what each lets through.</summary>
    public required IReadOnlyList<(LakeResource Filter, DataFilterRule Rule)> Filters { get; init; }

    /// <summary>The LF-Tags of the databases and tables, inherited ones among them.</summary>
    public required IReadOnlyDictionary<LakeResource, ListedTags> Tags { get; init; }

    /// <summary>What else there is to tell of databases and tables.</summary>
    public required IReadOnlyDictionary<LakeResource, ReportDetail> Details { get; init; }

    /// <summary>Whether the report is about the whole lake, and so about what lies outside of databases.</summary>
    public required bool IsWholeLake { get; init; }

    /// <summary>The tags of principals that are other than IAM has them now.</summary>
    public IReadOnlyDictionary<string, PrincipalTags> PrincipalTags { get; init; } = new Dictionary<string, PrincipalTags>();

    /// <summary>What databases and tables have beside the grants that name them.</summary>
    public ListedFacts Shared => Lake with { OptIns = OptIns, TaggedGrants = TaggedGrants };

    /// <summary>Everybody whom the lists name, in the order of their identifiers.</summary>
    /// <returns>Identifiers.</returns>
    public IReadOnlyList<string> Everybody() =>
    [
        .. Grants.Concat(TaggedGrants).Select(grant => grant.Principal)
            .Concat(Lake.Administrators).Concat(Lake.ReadOnlyAdministrators).Concat(OptIns.Select(optIn => optIn.Principal))
            .Concat(Tables.Select(table => table.CreatedBy).OfType<string>().Where(creator => LakePrincipal.TryParse(creator, out _)))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
