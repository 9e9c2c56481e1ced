namespace Amazon.SecretsManager.Model;

/// <summary>The shape SecretVersionsListEntry of AWS Secrets Manager.</summary>
public partial class SecretVersionsListEntry
{
    /// <summary>The version id. 32 to 64 characters.</summary>
    public string VersionId { get; set; }

    /// <summary>The version stages. 1 to 20 items. Each: 1 to 256 characters.</summary>
    public List<string> VersionStages { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The last accessed date. UTC.</summary>
    public DateTime? LastAccessedDate { get; set; }

    /// <summary>The created date. UTC.</summary>
    public DateTime? CreatedDate { get; set; }

    /// <summary>The kms key ids. Each: at most 2048 characters.</summary>
    public List<string> KmsKeyIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
