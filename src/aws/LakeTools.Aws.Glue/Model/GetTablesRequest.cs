using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetTables.</summary>
public partial class GetTablesRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The expression. At most 2048 characters.</summary>
    public string Expression { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The max results. 1 to 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The transaction id. 1 to 255 characters.</summary>
    public string TransactionId { get; set; }

    /// <summary>The query as of time. UTC.</summary>
    public DateTime? QueryAsOfTime { get; set; }

    /// <summary>The audit context.</summary>
    public AuditContext AuditContext { get; set; }

    /// <summary>The flag IncludeStatusDetails.</summary>
    public bool? IncludeStatusDetails { get; set; }

    /// <summary>The attributes to get.</summary>
    public List<string> AttributesToGet { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
