using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of SearchDatabasesByLFTags.</summary>
public partial class SearchDatabasesByLFTagsRequest : AmazonLakeFormationRequest
{
    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The max results. 1 to 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The expression. Required.</summary>
    public List<LFTag> Expression { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
