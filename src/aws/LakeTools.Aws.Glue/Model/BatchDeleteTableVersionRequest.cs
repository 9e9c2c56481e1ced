using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of BatchDeleteTableVersion.</summary>
public partial class BatchDeleteTableVersionRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. Required. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The version ids. Required. At most 100 items. Each: 1 to 255 characters.</summary>
    public List<string> VersionIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
