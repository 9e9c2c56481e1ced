using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of TagResource.</summary>
public partial class TagResourceRequest : AmazonGlueRequest
{
    /// <summary>The resource arn. Required. 1 to 10240 characters.</summary>
    public string ResourceArn { get; set; }

    /// <summary>The tags to add. Required. At most 50 entries.</summary>
    public Dictionary<string, string> TagsToAdd { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
