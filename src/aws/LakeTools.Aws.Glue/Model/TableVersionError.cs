namespace Amazon.Glue.Model;

/// <summary>The shape TableVersionError of AWS Glue.</summary>
public partial class TableVersionError
{
    /// <summary>The table name. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The version id. 1 to 255 characters.</summary>
    public string VersionId { get; set; }

    /// <summary>The error detail.</summary>
    public ErrorDetail ErrorDetail { get; set; }
}
