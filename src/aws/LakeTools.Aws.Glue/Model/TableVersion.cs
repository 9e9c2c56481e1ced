namespace Amazon.Glue.Model;

/// <summary>The shape TableVersion of AWS Glue.</summary>
public partial class TableVersion
{
    /// <summary>The table.</summary>
    public Table Table { get; set; }

    /// <summary>The version id. 1 to 255 characters.</summary>
    public string VersionId { get; set; }
}
