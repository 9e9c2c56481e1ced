using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.SecretsManager.Model;

internal sealed class ListSecretsPaginator(IAmazonSecretsManager client, ListSecretsRequest request) : IListSecretsPaginator
{
    private readonly TokenPaginator<ListSecretsRequest, ListSecretsResponse> _pages = new(
        request, client.ListSecretsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<ListSecretsResponse> Responses => new PaginatedResponse<ListSecretsResponse>(_pages);

    public IPaginatedEnumerable<SecretListEntry> SecretList =>
        new PaginatedResultKeyResponse<ListSecretsResponse, SecretListEntry>(_pages, static page => page.SecretList ?? []);
}
