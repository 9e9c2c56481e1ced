namespace Amazon.Glue.Model;

/// <summary>The shape OpenTableFormatInput of AWS Glue.</summary>
public partial class OpenTableFormatInput
{
    /// <summary>The iceberg input.</summary>
    public IcebergInput IcebergInput { get; set; }
}
