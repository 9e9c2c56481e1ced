namespace Amazon.SecretsManager.Model;

/// <summary>The shape Tag of AWS Secrets Manager.</summary>
public partial class Tag
{
    /// <summary>The key. 1 to 128 characters.</summary>
    public string Key { get; set; }

    /// <summary>The value. At most 256 characters.</summary>
    public string Value { get; set; }
}
