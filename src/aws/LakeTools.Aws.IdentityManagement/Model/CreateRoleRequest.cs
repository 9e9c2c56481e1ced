using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The request of CreateRole.</summary>
public partial class CreateRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The path. 1 to 512 characters.</summary>
    public string Path { get; set; }

    /// <summary>The role name. Required. 1 to 64 characters.</summary>
    public string RoleName { get; set; }

    /// <summary>The assume role policy document. Required. 1 to 131072 characters.</summary>
    public string AssumeRolePolicyDocument { get; set; }

    /// <summary>The description. At most 1000 characters.</summary>
    public string Description { get; set; }

    /// <summary>The max session duration. 3600 to 43200.</summary>
    public int? MaxSessionDuration { get; set; }

    /// <summary>The permissions boundary. 20 to 2048 characters.</summary>
    public string PermissionsBoundary { get; set; }

    /// <summary>The tags. At most 50 items.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
