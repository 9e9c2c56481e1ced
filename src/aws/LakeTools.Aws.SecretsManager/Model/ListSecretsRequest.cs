using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of ListSecrets.</summary>
public partial class ListSecretsRequest : AmazonSecretsManagerRequest
{
    /// <summary>The flag IncludePlannedDeletion.</summary>
    public bool? IncludePlannedDeletion { get; set; }

    /// <summary>The max results. 1 to 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The next token. 1 to 4096 characters.</summary>
    public string NextToken { get; set; }

    /// <summary>The filters. At most 10 items.</summary>
    public List<Filter> Filters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The sort order.</summary>
    public SortOrderType SortOrder { get; set; }

    /// <summary>The sort by.</summary>
    public SortByType SortBy { get; set; }
}
