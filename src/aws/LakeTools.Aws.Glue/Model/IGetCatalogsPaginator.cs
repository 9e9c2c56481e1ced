using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Walks the pages of GetCatalogs.</summary>
public interface IGetCatalogsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<GetCatalogsResponse> Responses { get; }
}
