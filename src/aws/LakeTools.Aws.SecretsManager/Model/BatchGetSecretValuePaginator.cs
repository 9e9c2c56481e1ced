using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.SecretsManager.Model;

internal sealed class BatchGetSecretValuePaginator(IAmazonSecretsManager client, BatchGetSecretValueRequest request)
    : IBatchGetSecretValuePaginator
{
    private readonly TokenPaginator<BatchGetSecretValueRequest, BatchGetSecretValueResponse> _pages = new(
        request, client.BatchGetSecretValueAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<BatchGetSecretValueResponse> Responses => new PaginatedResponse<BatchGetSecretValueResponse>(_pages);
}
