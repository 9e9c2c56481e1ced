using LakeTools.Core.Permissions.Access;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Reports;

/// <summary>The source of a report: the resources, each with the facts for questions about it.</summary>
internal sealed record ReportFacts
{
    /// <summary>The account whose lake it is.</summary>
    public required string AccountId { get; init; }

    /// <summary>All principals of the lake, sorted by identifier.</summary>
    public required IReadOnlyList<string> Principals { get; init; }

    /// <summary>The resources in the order of the page, with the facts of each.</summary>
    public required IReadOnlyList<(LakeResource Resource, ListedFacts Facts)> Things { get; init; }

    /// <summary>The details of databases and tables.</summary>
    public IReadOnlyDictionary<LakeResource, ReportDetail> Details { get; init; } = new Dictionary<LakeResource, ReportDetail>();

    /// <summary>
    /// The grants as they are listed, with who changed each last, by principal and database; null for resources outside of databases.
    /// Resources are in canonical form.
    /// </summary>
    public ILookup<(string Principal, string? Database), ListedGrant> Listed { get; init; } =
        Array.Empty<ListedGrant>().ToLookup(listed => (listed.Grant.Principal, listed.Grant.Resource.DatabaseName));

    /// <summary>The number of the lake's grants, or of those in the report's databases.</summary>
    public int GrantCount { get; init; }

    /// <summary>The lists that the caller may not read, each as a part of a sentence.</summary>
    public IReadOnlyCollection<string> Unread { get; init; } = [];

    /// <summary>The grants of unknown kinds that the report cannot have, as a part of a sentence. Null for none.</summary>
    public string? LeftOut { get; init; }
}
