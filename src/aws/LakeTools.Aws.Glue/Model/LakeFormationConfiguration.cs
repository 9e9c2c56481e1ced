namespace Amazon.Glue.Model;

/// <summary>The shape LakeFormationConfiguration of AWS Glue.</summary>
public partial class LakeFormationConfiguration
{
    /// <summary>The flag UseLakeFormationCredentials.</summary>
    public bool? UseLakeFormationCredentials { get; set; }

    /// <summary>The account id. At most 12 characters.</summary>
    public string AccountId { get; set; }
}
