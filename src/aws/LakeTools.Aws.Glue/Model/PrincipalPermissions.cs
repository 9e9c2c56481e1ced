namespace Amazon.Glue.Model;

/// <summary>The shape PrincipalPermissions of AWS Glue.</summary>
public partial class PrincipalPermissions
{
    /// <summary>The principal.</summary>
    public DataLakePrincipal Principal { get; set; }

    /// <summary>The permissions.</summary>
    public List<string> Permissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
