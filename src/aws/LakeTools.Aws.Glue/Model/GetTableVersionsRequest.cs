using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetTableVersions.</summary>
public partial class GetTableVersionsRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. Required. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The max results. 1 to 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The audit context.</summary>
    public AuditContext AuditContext { get; set; }
}
