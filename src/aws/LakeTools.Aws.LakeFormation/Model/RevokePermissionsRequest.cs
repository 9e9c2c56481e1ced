using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of RevokePermissions.</summary>
public partial class RevokePermissionsRequest : AmazonLakeFormationRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The principal. Required.</summary>
    public DataLakePrincipal Principal { get; set; }

    /// <summary>The resource. Required.</summary>
    public Resource Resource { get; set; }

    /// <summary>The permissions. Required.</summary>
    public List<string> Permissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The condition.</summary>
    public Condition Condition { get; set; }

    /// <summary>The permissions with grant option.</summary>
    public List<string> PermissionsWithGrantOption { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
