using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>Walks the pages of SearchDatabasesByLFTags.</summary>
public interface ISearchDatabasesByLFTagsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<SearchDatabasesByLFTagsResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<TaggedDatabase> DatabaseList { get; }
}
