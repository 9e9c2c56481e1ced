namespace Amazon.LakeFormation.Model;

/// <summary>The shape LakeFormationOptInsInfo of AWS Lake Formation.</summary>
public partial class LakeFormationOptInsInfo
{
    /// <summary>The resource.</summary>
    public Resource Resource { get; set; }

    /// <summary>The principal.</summary>
    public DataLakePrincipal Principal { get; set; }

    /// <summary>The condition.</summary>
    public Condition Condition { get; set; }

    /// <summary>The last modified. UTC.</summary>
    public DateTime? LastModified { get; set; }

    /// <summary>The last updated by. 1 to 255 characters.</summary>
    public string LastUpdatedBy { get; set; }
}
