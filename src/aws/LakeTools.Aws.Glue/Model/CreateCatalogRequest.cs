using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of CreateCatalog.</summary>
public partial class CreateCatalogRequest : AmazonGlueRequest
{
    /// <summary>The name. Required. 1 to 64 characters.</summary>
    public string Name { get; set; }

    /// <summary>The catalog input. Required.</summary>
    public CatalogInput CatalogInput { get; set; }

    /// <summary>The tags. At most 50 entries.</summary>
    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
