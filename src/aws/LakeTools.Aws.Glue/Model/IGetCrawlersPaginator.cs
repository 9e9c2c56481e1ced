using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Walks the pages of GetCrawlers.</summary>
public interface IGetCrawlersPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<GetCrawlersResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<Crawler> Crawlers { get; }
}
