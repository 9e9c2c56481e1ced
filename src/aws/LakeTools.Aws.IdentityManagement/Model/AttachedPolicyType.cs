namespace Amazon.IdentityManagement.Model;

/// <summary>The shape AttachedPolicy of AWS Identity and Access Management.</summary>
public partial class AttachedPolicyType
{
    /// <summary>The policy name. 1 to 128 characters.</summary>
    public string PolicyName { get; set; }

    /// <summary>The policy arn. 20 to 2048 characters.</summary>
    public string PolicyArn { get; set; }
}
