using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of ListRoles.</summary>
public partial class ListRolesResponse : AmazonWebServiceResponse
{
    /// <summary>The roles, without their tags and permissions boundaries. Required.</summary>
    public List<Role> Roles { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The flag IsTruncated.</summary>
    public bool? IsTruncated { get; set; }

    /// <summary>The marker.</summary>
    public string Marker { get; set; }
}
