namespace Amazon.IdentityManagement.Model;

/// <summary>The shape AttachedPermissionsBoundary of AWS Identity and Access Management.</summary>
public partial class AttachedPermissionsBoundary
{
    /// <summary>The permissions boundary type.</summary>
    public PermissionsBoundaryAttachmentType PermissionsBoundaryType { get; set; }

    /// <summary>The permissions boundary arn. 20 to 2048 characters.</summary>
    public string PermissionsBoundaryArn { get; set; }
}
