using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>Walks the pages of ListSecrets.</summary>
public interface IListSecretsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListSecretsResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<SecretListEntry> SecretList { get; }
}
