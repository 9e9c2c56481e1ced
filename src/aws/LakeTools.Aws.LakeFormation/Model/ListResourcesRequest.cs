using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of ListResources.</summary>
public partial class ListResourcesRequest : AmazonLakeFormationRequest
{
    /// <summary>The filter condition list. 1 to 20 items.</summary>
    public List<FilterCondition> FilterConditionList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The max results. 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
