using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of UntagResource.</summary>
public partial class UntagResourceRequest : AmazonGlueRequest
{
    /// <summary>The resource arn. Required. 1 to 10240 characters.</summary>
    public string ResourceArn { get; set; }

    /// <summary>The tags to remove. Required. At most 50 items. Each: 1 to 128 characters.</summary>
    public List<string> TagsToRemove { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
