using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>Walks the pages of ListSecretVersionIds.</summary>
public interface IListSecretVersionIdsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListSecretVersionIdsResponse> Responses { get; }
}
