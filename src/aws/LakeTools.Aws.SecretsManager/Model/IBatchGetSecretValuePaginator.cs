using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>Walks the pages of BatchGetSecretValue.</summary>
public interface IBatchGetSecretValuePaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<BatchGetSecretValueResponse> Responses { get; }
}
