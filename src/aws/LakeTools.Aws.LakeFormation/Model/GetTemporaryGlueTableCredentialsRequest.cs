using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of GetTemporaryGlueTableCredentials.</summary>
public partial class GetTemporaryGlueTableCredentialsRequest : AmazonLakeFormationRequest
{
    /// <summary>The table arn. Required.</summary>
    public string TableArn { get; set; }

    /// <summary>The permissions.</summary>
    public List<string> Permissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The duration seconds. 900 to 43200.</summary>
    public int? DurationSeconds { get; set; }

    /// <summary>The audit context.</summary>
    public AuditContext AuditContext { get; set; }

    /// <summary>The supported permission types. 1 to 255 items.</summary>
    public List<string> SupportedPermissionTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The S3 path.</summary>
    public string S3Path { get; set; }

    /// <summary>The query session context.</summary>
    public QuerySessionContext QuerySessionContext { get; set; }
}
