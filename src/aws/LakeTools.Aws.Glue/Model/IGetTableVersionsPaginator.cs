using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Walks the pages of GetTableVersions.</summary>
public interface IGetTableVersionsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<GetTableVersionsResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<TableVersion> TableVersions { get; }
}
