using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of ListAttachedRolePolicies.</summary>
public partial class ListAttachedRolePoliciesResponse : AmazonWebServiceResponse
{
    /// <summary>The attached policies.</summary>
    public List<AttachedPolicyType> AttachedPolicies { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The flag IsTruncated.</summary>
    public bool? IsTruncated { get; set; }

    /// <summary>The marker.</summary>
    public string Marker { get; set; }
}
