using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Walks the pages of GetConnections.</summary>
public interface IGetConnectionsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<GetConnectionsResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<Connection> ConnectionList { get; }
}
