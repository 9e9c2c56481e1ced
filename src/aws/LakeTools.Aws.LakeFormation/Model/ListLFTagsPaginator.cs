using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.LakeFormation.Model;

internal sealed class ListLFTagsPaginator(IAmazonLakeFormation client, ListLFTagsRequest request) : IListLFTagsPaginator
{
    private readonly TokenPaginator<ListLFTagsRequest, ListLFTagsResponse> _pages = new(
        request, client.ListLFTagsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<ListLFTagsResponse> Responses => new PaginatedResponse<ListLFTagsResponse>(_pages);

    public IPaginatedEnumerable<LFTagPair> LFTags =>
        new PaginatedResultKeyResponse<ListLFTagsResponse, LFTagPair>(_pages, static page => page.LFTags ?? []);
}
