namespace Amazon.LakeFormation.Model;

/// <summary>The shape ResourceInfo of AWS Lake Formation.</summary>
public partial class ResourceInfo
{
    /// <summary>The resource arn.</summary>
    public string ResourceArn { get; set; }

    /// <summary>The role arn.</summary>
    public string RoleArn { get; set; }

    /// <summary>The last modified. UTC.</summary>
    public DateTime? LastModified { get; set; }

    /// <summary>The flag WithFederation.</summary>
    public bool? WithFederation { get; set; }

    /// <summary>The flag HybridAccessEnabled.</summary>
    public bool? HybridAccessEnabled { get; set; }

    /// <summary>The flag WithPrivilegedAccess.</summary>
    public bool? WithPrivilegedAccess { get; set; }

    /// <summary>The verification status.</summary>
    public VerificationStatus VerificationStatus { get; set; }

    /// <summary>The expected resource owner account.</summary>
    public string ExpectedResourceOwnerAccount { get; set; }
}
