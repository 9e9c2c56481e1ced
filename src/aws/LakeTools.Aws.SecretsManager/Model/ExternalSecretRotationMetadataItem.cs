namespace Amazon.SecretsManager.Model;

/// <summary>The shape ExternalSecretRotationMetadataItem of AWS Secrets Manager.</summary>
public partial class ExternalSecretRotationMetadataItem
{
    /// <summary>The key. 1 to 256 characters.</summary>
    public string Key { get; set; }

    /// <summary>The value. 1 to 2048 characters.</summary>
    public string Value { get; set; }
}
