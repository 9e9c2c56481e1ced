using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of GetTemporaryDataLocationCredentials.</summary>
public partial class GetTemporaryDataLocationCredentialsRequest : AmazonLakeFormationRequest
{
    /// <summary>The duration seconds. 900 to 43200.</summary>
    public int? DurationSeconds { get; set; }

    /// <summary>The audit context.</summary>
    public AuditContext AuditContext { get; set; }

    /// <summary>The data locations.</summary>
    public List<string> DataLocations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The credentials scope.</summary>
    public CredentialsScope CredentialsScope { get; set; }
}
