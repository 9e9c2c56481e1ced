using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetDatabase.</summary>
public partial class GetDatabaseRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }
}
