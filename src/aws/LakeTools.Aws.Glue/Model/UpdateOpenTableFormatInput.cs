namespace Amazon.Glue.Model;

/// <summary>The shape UpdateOpenTableFormatInput of AWS Glue.</summary>
public partial class UpdateOpenTableFormatInput
{
    /// <summary>The update iceberg input.</summary>
    public UpdateIcebergInput UpdateIcebergInput { get; set; }
}
