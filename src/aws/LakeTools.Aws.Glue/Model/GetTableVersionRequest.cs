using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetTableVersion.</summary>
public partial class GetTableVersionRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. Required. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The version id. 1 to 255 characters.</summary>
    public string VersionId { get; set; }

    /// <summary>The audit context.</summary>
    public AuditContext AuditContext { get; set; }
}
