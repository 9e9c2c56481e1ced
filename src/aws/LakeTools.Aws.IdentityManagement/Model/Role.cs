namespace Amazon.IdentityManagement.Model;

/// <summary>The shape Role of AWS Identity and Access Management.</summary>
public partial class Role
{
    /// <summary>The path. Required. 1 to 512 characters.</summary>
    public string Path { get; set; }

    /// <summary>The role name. Required. 1 to 64 characters.</summary>
    public string RoleName { get; set; }

    /// <summary>The role id. Required. 16 to 128 characters.</summary>
    public string RoleId { get; set; }

    /// <summary>The arn. Required. 20 to 2048 characters.</summary>
    public string Arn { get; set; }

    /// <summary>The create date. Required. UTC.</summary>
    public DateTime? CreateDate { get; set; }

    /// <summary>The assume role policy document. 1 to 131072 characters.</summary>
    public string AssumeRolePolicyDocument { get; set; }

    /// <summary>The description. At most 1000 characters.</summary>
    public string Description { get; set; }

    /// <summary>The max session duration. 3600 to 43200.</summary>
    public int? MaxSessionDuration { get; set; }

    /// <summary>The permissions boundary.</summary>
    public AttachedPermissionsBoundary PermissionsBoundary { get; set; }

    /// <summary>The tags. At most 50 items.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The role last used.</summary>
    public RoleLastUsed RoleLastUsed { get; set; }
}
