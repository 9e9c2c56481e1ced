using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of UpdateResource.</summary>
public partial class UpdateResourceRequest : AmazonLakeFormationRequest
{
    /// <summary>The role arn. Required.</summary>
    public string RoleArn { get; set; }

    /// <summary>The resource arn. Required.</summary>
    public string ResourceArn { get; set; }

    /// <summary>The flag WithFederation.</summary>
    public bool? WithFederation { get; set; }

    /// <summary>The flag HybridAccessEnabled.</summary>
    public bool? HybridAccessEnabled { get; set; }

    /// <summary>The expected resource owner account.</summary>
    public string ExpectedResourceOwnerAccount { get; set; }
}
