using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.LakeFormation.Model;

internal sealed class ListLakeFormationOptInsPaginator(IAmazonLakeFormation client, ListLakeFormationOptInsRequest request)
    : IListLakeFormationOptInsPaginator
{
    private readonly TokenPaginator<ListLakeFormationOptInsRequest, ListLakeFormationOptInsResponse> _pages = new(
        request, client.ListLakeFormationOptInsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<ListLakeFormationOptInsResponse> Responses => new PaginatedResponse<ListLakeFormationOptInsResponse>(
        _pages);
}
