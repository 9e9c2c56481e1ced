namespace Amazon.SecretsManager.Model;

/// <summary>Makes the paginators of AWS Secrets Manager.</summary>
public interface ISecretsManagerPaginatorFactory
{
    /// <summary>Walks BatchGetSecretValue.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IBatchGetSecretValuePaginator BatchGetSecretValue(BatchGetSecretValueRequest request);

    /// <summary>Walks ListSecretVersionIds.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IListSecretVersionIdsPaginator ListSecretVersionIds(ListSecretVersionIdsRequest request);

    /// <summary>Walks ListSecrets.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IListSecretsPaginator ListSecrets(ListSecretsRequest request);
}
