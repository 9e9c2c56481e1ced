namespace Amazon.LakeFormation.Model;

/// <summary>The shape DataLakeSettings of AWS Lake Formation.</summary>
public partial class DataLakeSettings
{
    /// <summary>The data lake admins. At most 30 items.</summary>
    public List<DataLakePrincipal> DataLakeAdmins { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The read only admins. At most 30 items.</summary>
    public List<DataLakePrincipal> ReadOnlyAdmins { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The create database default permissions.</summary>
    public List<PrincipalPermissions> CreateDatabaseDefaultPermissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The create table default permissions.</summary>
    public List<PrincipalPermissions> CreateTableDefaultPermissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The parameters.</summary>
    public Dictionary<string, string> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The trusted resource owners. Each: 1 to 255 characters.</summary>
    public List<string> TrustedResourceOwners { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The flag AllowExternalDataFiltering.</summary>
    public bool? AllowExternalDataFiltering { get; set; }

    /// <summary>The flag AllowFullTableExternalDataAccess.</summary>
    public bool? AllowFullTableExternalDataAccess { get; set; }

    /// <summary>The external data filtering allow list. At most 30 items.</summary>
    public List<DataLakePrincipal> ExternalDataFilteringAllowList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The authorized session tag value list. Each: 1 to 255 characters.</summary>
    public List<string> AuthorizedSessionTagValueList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
