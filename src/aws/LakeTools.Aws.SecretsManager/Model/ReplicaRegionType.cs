namespace Amazon.SecretsManager.Model;

/// <summary>The shape ReplicaRegionType of AWS Secrets Manager.</summary>
public partial class ReplicaRegionType
{
    /// <summary>The region. 1 to 128 characters.</summary>
    public string Region { get; set; }

    /// <summary>The kms key id. At most 2048 characters.</summary>
    public string KmsKeyId { get; set; }
}
