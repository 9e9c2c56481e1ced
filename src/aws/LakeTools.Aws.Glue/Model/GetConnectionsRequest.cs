using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetConnections.</summary>
public partial class GetConnectionsRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The filter.</summary>
    public GetConnectionsFilter Filter { get; set; }

    /// <summary>The flag HidePassword.</summary>
    public bool? HidePassword { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The max results. 1 to 1000.</summary>
    public int? MaxResults { get; set; }
}
