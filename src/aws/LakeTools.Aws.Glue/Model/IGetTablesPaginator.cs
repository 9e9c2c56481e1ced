using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Walks the pages of GetTables.</summary>
public interface IGetTablesPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<GetTablesResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<Table> TableList { get; }
}
