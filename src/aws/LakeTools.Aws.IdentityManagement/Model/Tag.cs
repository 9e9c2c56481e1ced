namespace Amazon.IdentityManagement.Model;

/// <summary>The shape Tag of AWS Identity and Access Management.</summary>
public partial class Tag
{
    /// <summary>The key. Required. 1 to 128 characters.</summary>
    public string Key { get; set; }

    /// <summary>The value. Required. At most 256 characters.</summary>
    public string Value { get; set; }
}
