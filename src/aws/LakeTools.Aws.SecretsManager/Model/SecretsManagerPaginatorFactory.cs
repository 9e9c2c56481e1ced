namespace Amazon.SecretsManager.Model;

internal sealed class SecretsManagerPaginatorFactory(IAmazonSecretsManager client) : ISecretsManagerPaginatorFactory
{
    public IBatchGetSecretValuePaginator BatchGetSecretValue(BatchGetSecretValueRequest request) =>
        new BatchGetSecretValuePaginator(client, request);

    public IListSecretVersionIdsPaginator ListSecretVersionIds(ListSecretVersionIdsRequest request) =>
        new ListSecretVersionIdsPaginator(client, request);

    public IListSecretsPaginator ListSecrets(ListSecretsRequest request) => new ListSecretsPaginator(client, request);
}
