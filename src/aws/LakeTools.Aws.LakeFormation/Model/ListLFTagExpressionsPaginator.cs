using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.LakeFormation.Model;

internal sealed class ListLFTagExpressionsPaginator(IAmazonLakeFormation client, ListLFTagExpressionsRequest request)
    : IListLFTagExpressionsPaginator
{
    private readonly TokenPaginator<ListLFTagExpressionsRequest, ListLFTagExpressionsResponse> _pages = new(
        request, client.ListLFTagExpressionsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<ListLFTagExpressionsResponse> Responses => new PaginatedResponse<ListLFTagExpressionsResponse>(_pages);

    public IPaginatedEnumerable<LFTagExpression> LFTagExpressions =>
        new PaginatedResultKeyResponse<ListLFTagExpressionsResponse, LFTagExpression>(_pages, static page => page.LFTagExpressions ?? []);
}
