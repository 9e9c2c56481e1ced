using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>Walks the pages of ListLakeFormationOptIns.</summary>
public interface IListLakeFormationOptInsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListLakeFormationOptInsResponse> Responses { get; }
}
