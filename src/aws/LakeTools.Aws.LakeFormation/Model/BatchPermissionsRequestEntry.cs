namespace Amazon.LakeFormation.Model;

/// <summary>The shape BatchPermissionsRequestEntry of AWS Lake Formation.</summary>
public partial class BatchPermissionsRequestEntry
{
    /// <summary>The id. Required. 1 to 255 characters.</summary>
    public string Id { get; set; }

    /// <summary>The principal.</summary>
    public DataLakePrincipal Principal { get; set; }

    /// <summary>The resource.</summary>
    public Resource Resource { get; set; }

    /// <summary>The permissions.</summary>
    public List<string> Permissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The condition.</summary>
    public Condition Condition { get; set; }

    /// <summary>The permissions with grant option.</summary>
    public List<string> PermissionsWithGrantOption { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
