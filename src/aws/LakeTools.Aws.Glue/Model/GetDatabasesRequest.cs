using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetDatabases.</summary>
public partial class GetDatabasesRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The max results. 1 to 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The resource share type.</summary>
    public ResourceShareType ResourceShareType { get; set; }

    /// <summary>The attributes to get.</summary>
    public List<string> AttributesToGet { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
