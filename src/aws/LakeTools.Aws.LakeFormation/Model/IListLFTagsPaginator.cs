using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>Walks the pages of ListLFTags.</summary>
public interface IListLFTagsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListLFTagsResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<LFTagPair> LFTags { get; }
}
