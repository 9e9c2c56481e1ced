using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.SecretsManager.Model;

internal sealed class ListSecretVersionIdsPaginator(IAmazonSecretsManager client, ListSecretVersionIdsRequest request)
    : IListSecretVersionIdsPaginator
{
    private readonly TokenPaginator<ListSecretVersionIdsRequest, ListSecretVersionIdsResponse> _pages = new(
        request, client.ListSecretVersionIdsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<ListSecretVersionIdsResponse> Responses => new PaginatedResponse<ListSecretVersionIdsResponse>(_pages);
}
