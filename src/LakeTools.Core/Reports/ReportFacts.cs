using LakeTools.Core.Permissions.Access;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Reports;

/// <summary>What a report was made from: the things, each with the facts that a question about it needs.</summary>
internal sealed record ReportFacts
{
    /// <summary>The account whose lake it is.</summary>
    public required string AccountId { get; init; }

    /// <summary>Everybody whom the lake names, in the order of their identifiers.</summary>
    public required IReadOnlyList<string> Principals { get; init; }

    /// <summary>The things in the order in which they are shown, with what bears on each.</summary>
    public required IReadOnlyList<(LakeResource Resource, ListedFacts Facts)> Things { get; init; }

    /// <summary>What there is to tell of databases and tables beside rights.</summary>
    public IReadOnlyDictionary<LakeResource, ReportDetail> Details { get; init; } = new Dictionary<LakeResource, ReportDetail>();

    /// <summary>
    /// The grants as they are listed, with who changed each last, by principal and database; null for resources outside of databases.
    /// Resources are in canonical form.
    /// </summary>
    public ILookup<(string Principal, string? Database), ListedGrant> Listed { get; init; } =
        Array.Empty<ListedGrant>().ToLookup(listed => (listed.Grant.Principal, listed.Grant.Resource.DatabaseName));

    /// <summary>How many grants the lake has, or those in the databases that the report is about.</summary>
    public int GrantCount { get; init; }

    /// <summary>What the caller was not let read, each as a part of a sentence.</summary>
    public IReadOnlyCollection<string> Unread { get; init; } = [];
}
