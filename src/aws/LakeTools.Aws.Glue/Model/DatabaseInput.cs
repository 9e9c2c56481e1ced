namespace Amazon.Glue.Model;

/// <summary>The shape DatabaseInput of AWS Glue.</summary>
public partial class DatabaseInput
{
    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The location uri. 1 to 1024 characters.</summary>
    public string LocationUri { get; set; }

    /// <summary>The parameters.</summary>
    public Dictionary<string, string> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The create table default permissions.</summary>
    public List<PrincipalPermissions> CreateTableDefaultPermissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The target database.</summary>
    public DatabaseIdentifier TargetDatabase { get; set; }

    /// <summary>The federated database.</summary>
    public FederatedDatabase FederatedDatabase { get; set; }
}
