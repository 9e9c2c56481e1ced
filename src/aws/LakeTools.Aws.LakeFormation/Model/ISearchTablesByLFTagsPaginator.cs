using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>Walks the pages of SearchTablesByLFTags.</summary>
public interface ISearchTablesByLFTagsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<SearchTablesByLFTagsResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<TaggedTable> TableList { get; }
}
