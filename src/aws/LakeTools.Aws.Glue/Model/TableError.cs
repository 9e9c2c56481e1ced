namespace Amazon.Glue.Model;

/// <summary>The shape TableError of AWS Glue.</summary>
public partial class TableError
{
    /// <summary>The table name. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The error detail.</summary>
    public ErrorDetail ErrorDetail { get; set; }
}
