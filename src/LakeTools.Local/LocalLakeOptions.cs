using LakeTools.Local.Crawls;
using LakeTools.Local.Queries;
using LakeTools.Rules.Queries;

namespace LakeTools.Local;

/// <summary>The options for opening an embedded lake.</summary>
public sealed record LocalLakeOptions
{
    /// <summary>The first account of a new lake where none is named.</summary>
    public const string DefaultAccountId = "000000000000";

    /// <summary>The region that a new lake has where none is named.</summary>
    public const string DefaultRegion = "us-east-1";

    /// <summary>The lake's folder; made if it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>
    /// The account to be in, twelve digits; the lake's first account if null. An account that is not in the lake yet is added.
    /// </summary>
    public string? AccountId { get; init; }

    /// <summary>
    /// The organization that the account belongs to, and the units that hold it: ARNs of AWS Organizations. Null leaves what the lake
    /// knows, none takes the account out.
    /// </summary>
    public IReadOnlyList<string>? Organizations { get; init; }

    /// <summary>The region, such as <c>eu-central-1</c>; the lake's own if null.</summary>
    public string? Region { get; init; }

    /// <summary>
    /// Does the crawls, with the credentials of their roles; null if none are done, so a crawl fails and says so. A lake that is
    /// open already keeps what it was opened with.
    /// </summary>
    public Func<CrawlTask, CancellationToken, Task<CrawlCounts>>? Crawl { get; init; }

    /// <summary>
    /// Runs queries, with the keys of the caller; null if the lake runs none, so a query fails with an error. A lake that
    /// is open already keeps what it was opened with.
    /// </summary>
    public Func<QueryTask, IQueryOutput, CancellationToken, Task>? Query { get; init; }
}
