using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>Walks the pages of ListResources.</summary>
public interface IListResourcesPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListResourcesResponse> Responses { get; }
}
