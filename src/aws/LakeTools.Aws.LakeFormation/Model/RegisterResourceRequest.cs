using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of RegisterResource.</summary>
public partial class RegisterResourceRequest : AmazonLakeFormationRequest
{
    /// <summary>The resource arn. Required.</summary>
    public string ResourceArn { get; set; }

    /// <summary>The flag UseServiceLinkedRole.</summary>
    public bool? UseServiceLinkedRole { get; set; }

    /// <summary>The role arn.</summary>
    public string RoleArn { get; set; }

    /// <summary>The flag WithFederation.</summary>
    public bool? WithFederation { get; set; }

    /// <summary>The flag HybridAccessEnabled.</summary>
    public bool? HybridAccessEnabled { get; set; }

    /// <summary>The flag WithPrivilegedAccess.</summary>
    public bool? WithPrivilegedAccess { get; set; }

    /// <summary>The expected resource owner account.</summary>
    public string ExpectedResourceOwnerAccount { get; set; }
}
