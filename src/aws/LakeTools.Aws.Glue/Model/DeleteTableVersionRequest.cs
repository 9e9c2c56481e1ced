using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of DeleteTableVersion.</summary>
public partial class DeleteTableVersionRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. Required. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The version id. Required. 1 to 255 characters.</summary>
    public string VersionId { get; set; }
}
