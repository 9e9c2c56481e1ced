using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of DescribeSecret.</summary>
public partial class DescribeSecretResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN. 20 to 2048 characters.</summary>
    public string ARN { get; set; }

    /// <summary>The name. 1 to 256 characters.</summary>
    public string Name { get; set; }

    /// <summary>The type. At most 256 characters.</summary>
    public string Type { get; set; }

    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The kms key id. At most 2048 characters.</summary>
    public string KmsKeyId { get; set; }

    /// <summary>The flag RotationEnabled.</summary>
    public bool? RotationEnabled { get; set; }

    /// <summary>The rotation lambda ARN. At most 2048 characters.</summary>
    public string RotationLambdaARN { get; set; }

    /// <summary>The rotation rules.</summary>
    public RotationRulesType RotationRules { get; set; }

    /// <summary>The external secret rotation metadata.</summary>
    public List<ExternalSecretRotationMetadataItem> ExternalSecretRotationMetadata { get; set; } =
        AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The external secret rotation role arn. 20 to 2048 characters.</summary>
    public string ExternalSecretRotationRoleArn { get; set; }

    /// <summary>The last rotated date. UTC.</summary>
    public DateTime? LastRotatedDate { get; set; }

    /// <summary>The last changed date. UTC.</summary>
    public DateTime? LastChangedDate { get; set; }

    /// <summary>The last accessed date. UTC.</summary>
    public DateTime? LastAccessedDate { get; set; }

    /// <summary>The deleted date. UTC.</summary>
    public DateTime? DeletedDate { get; set; }

    /// <summary>The next rotation date. UTC.</summary>
    public DateTime? NextRotationDate { get; set; }

    /// <summary>The tags.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The version ids to stages.</summary>
    public Dictionary<string, List<string>> VersionIdsToStages { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The owning service. 1 to 128 characters.</summary>
    public string OwningService { get; set; }

    /// <summary>The created date. UTC.</summary>
    public DateTime? CreatedDate { get; set; }

    /// <summary>The primary region. 1 to 128 characters.</summary>
    public string PrimaryRegion { get; set; }

    /// <summary>The replication status.</summary>
    public List<ReplicationStatusType> ReplicationStatus { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
