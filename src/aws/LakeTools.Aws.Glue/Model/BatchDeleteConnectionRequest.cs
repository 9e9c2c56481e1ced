using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of BatchDeleteConnection.</summary>
public partial class BatchDeleteConnectionRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The connection name list. Required. At most 25 items. Each: 1 to 255 characters.</summary>
    public List<string> ConnectionNameList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
