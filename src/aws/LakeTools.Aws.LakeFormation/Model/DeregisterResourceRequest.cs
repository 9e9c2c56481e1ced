using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of DeregisterResource.</summary>
public partial class DeregisterResourceRequest : AmazonLakeFormationRequest
{
    /// <summary>The resource arn. Required.</summary>
    public string ResourceArn { get; set; }
}
