namespace Amazon.LakeFormation.Model;

/// <summary>The shape AuditContext of AWS Lake Formation.</summary>
public partial class AuditContext
{
    /// <summary>The additional audit context. At most 2048 characters.</summary>
    public string AdditionalAuditContext { get; set; }
}
