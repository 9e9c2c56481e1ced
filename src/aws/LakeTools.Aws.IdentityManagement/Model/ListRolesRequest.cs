using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The request of ListRoles.</summary>
public partial class ListRolesRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The path prefix. 1 to 512 characters.</summary>
    public string PathPrefix { get; set; }

    /// <summary>The marker. 1 to 320 characters.</summary>
    public string Marker { get; set; }

    /// <summary>The max items. 1 to 1000.</summary>
    public int? MaxItems { get; set; }
}
