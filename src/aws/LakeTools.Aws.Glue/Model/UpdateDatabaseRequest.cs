using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of UpdateDatabase.</summary>
public partial class UpdateDatabaseRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The database input. Required.</summary>
    public DatabaseInput DatabaseInput { get; set; }
}
