using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of UpdateTable.</summary>
public partial class UpdateTableRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The name. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The table input.</summary>
    public TableInput TableInput { get; set; }

    /// <summary>The flag SkipArchive.</summary>
    public bool? SkipArchive { get; set; }

    /// <summary>The transaction id. 1 to 255 characters.</summary>
    public string TransactionId { get; set; }

    /// <summary>The version id. 1 to 255 characters.</summary>
    public string VersionId { get; set; }

    /// <summary>The view update action.</summary>
    public ViewUpdateAction ViewUpdateAction { get; set; }

    /// <summary>The flag Force.</summary>
    public bool? Force { get; set; }

    /// <summary>The update open table format input.</summary>
    public UpdateOpenTableFormatInput UpdateOpenTableFormatInput { get; set; }
}
