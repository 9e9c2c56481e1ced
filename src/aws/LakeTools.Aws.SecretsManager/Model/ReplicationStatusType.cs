namespace Amazon.SecretsManager.Model;

/// <summary>The shape ReplicationStatusType of AWS Secrets Manager.</summary>
public partial class ReplicationStatusType
{
    /// <summary>The region. 1 to 128 characters.</summary>
    public string Region { get; set; }

    /// <summary>The kms key id. At most 2048 characters.</summary>
    public string KmsKeyId { get; set; }

    /// <summary>The status.</summary>
    public StatusType Status { get; set; }

    /// <summary>The status message. 1 to 4096 characters.</summary>
    public string StatusMessage { get; set; }

    /// <summary>The last accessed date. UTC.</summary>
    public DateTime? LastAccessedDate { get; set; }
}
