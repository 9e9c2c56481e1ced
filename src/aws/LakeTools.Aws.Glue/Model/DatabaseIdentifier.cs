namespace Amazon.Glue.Model;

/// <summary>The shape DatabaseIdentifier of AWS Glue.</summary>
public partial class DatabaseIdentifier
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The region. 1 to 255 characters.</summary>
    public string Region { get; set; }
}
