using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of CreateDatabase.</summary>
public partial class CreateDatabaseRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database input. Required.</summary>
    public DatabaseInput DatabaseInput { get; set; }

    /// <summary>The tags. At most 50 entries.</summary>
    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
