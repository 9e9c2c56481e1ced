using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Walks the pages of ListCrawlers.</summary>
public interface IListCrawlersPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListCrawlersResponse> Responses { get; }
}
