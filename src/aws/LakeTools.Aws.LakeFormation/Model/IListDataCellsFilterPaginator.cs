using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>Walks the pages of ListDataCellsFilter.</summary>
public interface IListDataCellsFilterPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListDataCellsFilterResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<DataCellsFilter> DataCellsFilters { get; }
}
