using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Walks the pages of SearchTables.</summary>
public interface ISearchTablesPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<SearchTablesResponse> Responses { get; }
}
