using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetTable.</summary>
public partial class GetTableRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

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
