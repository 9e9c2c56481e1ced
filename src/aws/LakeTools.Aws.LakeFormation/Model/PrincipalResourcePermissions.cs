namespace Amazon.LakeFormation.Model;

/// <summary>The shape PrincipalResourcePermissions of AWS Lake Formation.</summary>
public partial class PrincipalResourcePermissions
{
    /// <summary>The principal.</summary>
    public DataLakePrincipal Principal { get; set; }

    /// <summary>The resource.</summary>
    public Resource Resource { get; set; }

    /// <summary>The condition.</summary>
    public Condition Condition { get; set; }

    /// <summary>The permissions.</summary>
    public List<string> Permissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The permissions with grant option.</summary>
    public List<string> PermissionsWithGrantOption { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The additional details.</summary>
    public DetailsMap AdditionalDetails { get; set; }

    /// <summary>The last updated. UTC.</summary>
    public DateTime? LastUpdated { get; set; }

    /// <summary>The last updated by. 1 to 255 characters.</summary>
    public string LastUpdatedBy { get; set; }
}
