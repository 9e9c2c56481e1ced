using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetPartitions.</summary>
public partial class GetPartitionsRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. Required. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The expression. At most 2048 characters.</summary>
    public string Expression { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The segment.</summary>
    public Segment Segment { get; set; }

    /// <summary>The max results. 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The flag ExcludeColumnSchema.</summary>
    public bool? ExcludeColumnSchema { get; set; }

    /// <summary>The transaction id. 1 to 255 characters.</summary>
    public string TransactionId { get; set; }

    /// <summary>The query as of time. UTC.</summary>
    public DateTime? QueryAsOfTime { get; set; }

    /// <summary>The audit context.</summary>
    public AuditContext AuditContext { get; set; }
}
