using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of CreateConnection.</summary>
public partial class CreateConnectionRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The connection input. Required.</summary>
    public ConnectionInput ConnectionInput { get; set; }

    /// <summary>The tags. At most 50 entries.</summary>
    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
