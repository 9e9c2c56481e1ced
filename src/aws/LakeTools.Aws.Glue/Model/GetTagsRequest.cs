using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetTags.</summary>
public partial class GetTagsRequest : AmazonGlueRequest
{
    /// <summary>The resource arn. Required. 1 to 10240 characters.</summary>
    public string ResourceArn { get; set; }
}
