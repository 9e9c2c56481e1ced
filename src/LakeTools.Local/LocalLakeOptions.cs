using LakeTools.Local.Crawls;

namespace LakeTools.Local;

/// <summary>How an embedded lake is opened.</summary>
public sealed record LocalLakeOptions
{
    /// <summary>The account that a new lake has where none is named.</summary>
    public const string DefaultAccountId = "000000000000";

    /// <summary>The region that a new lake has where none is named.</summary>
    public const string DefaultRegion = "us-east-1";

    /// <summary>The lake's folder; made if it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>Twelve digits; the lake's own where null. A lake keeps the account it was made with.</summary>
    public string? AccountId { get; init; }

    /// <summary>The region, such as <c>eu-central-1</c>; the lake's own where null.</summary>
    public string? Region { get; init; }

    /// <summary>
    /// Does the crawls, with the credentials of their roles; null where none are done, so that a crawl fails and says so. A lake that is
    /// open already keeps what it was opened with.
    /// </summary>
    public Func<CrawlTask, CancellationToken, Task<CrawlCounts>>? Crawl { get; init; }
}
