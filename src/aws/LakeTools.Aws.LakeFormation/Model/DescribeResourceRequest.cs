using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of DescribeResource.</summary>
public partial class DescribeResourceRequest : AmazonLakeFormationRequest
{
    /// <summary>The resource arn. Required.</summary>
    public string ResourceArn { get; set; }
}
