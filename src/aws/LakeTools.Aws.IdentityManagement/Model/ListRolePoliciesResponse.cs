using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of ListRolePolicies.</summary>
public partial class ListRolePoliciesResponse : AmazonWebServiceResponse
{
    /// <summary>The policy names. Required. Each: 1 to 128 characters.</summary>
    public List<string> PolicyNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The flag IsTruncated.</summary>
    public bool? IsTruncated { get; set; }

    /// <summary>The marker.</summary>
    public string Marker { get; set; }
}
