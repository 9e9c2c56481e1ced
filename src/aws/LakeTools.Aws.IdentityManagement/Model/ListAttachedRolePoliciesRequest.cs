using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The request of ListAttachedRolePolicies.</summary>
public partial class ListAttachedRolePoliciesRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The role name. Required. 1 to 64 characters.</summary>
    public string RoleName { get; set; }

    /// <summary>The path prefix. 1 to 512 characters.</summary>
    public string PathPrefix { get; set; }

    /// <summary>The marker. 1 to 320 characters.</summary>
    public string Marker { get; set; }

    /// <summary>The max items. 1 to 1000.</summary>
    public int? MaxItems { get; set; }
}
