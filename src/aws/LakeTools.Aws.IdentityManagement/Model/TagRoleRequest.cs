using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The request of TagRole.</summary>
public partial class TagRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The role name. Required. 1 to 64 characters.</summary>
    public string RoleName { get; set; }

    /// <summary>The tags. Required. At most 50 items.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
