using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetUnfilteredTableMetadata.</summary>
public partial class GetUnfilteredTableMetadataRequest : AmazonGlueRequest
{
    /// <summary>The region.</summary>
    public string Region { get; set; }

    /// <summary>The catalog id. Required. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The audit context.</summary>
    public AuditContext AuditContext { get; set; }

    /// <summary>
    /// The supported permission types. Required. 1 to 255 items. Each: COLUMN_PERMISSION, CELL_FILTER_PERMISSION, NESTED_PERMISSION or
    /// NESTED_CELL_PERMISSION.
    /// </summary>
    public List<string> SupportedPermissionTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The parent resource ARN. 20 to 2048 characters.</summary>
    public string ParentResourceArn { get; set; }

    /// <summary>The root resource ARN. 20 to 2048 characters.</summary>
    public string RootResourceArn { get; set; }

    /// <summary>The permissions.</summary>
    public List<string> Permissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The query session context.</summary>
    public QuerySessionContext QuerySessionContext { get; set; }
}
