using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of DeleteConnection.</summary>
public partial class DeleteConnectionRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The connection name. Required. 1 to 255 characters.</summary>
    public string ConnectionName { get; set; }
}
