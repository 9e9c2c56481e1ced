using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Walks the pages of GetDatabases.</summary>
public interface IGetDatabasesPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<GetDatabasesResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<Database> DatabaseList { get; }
}
