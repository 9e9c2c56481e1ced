namespace Amazon.Glue.Model;

/// <summary>The shape UpdateIcebergInput of AWS Glue.</summary>
public partial class UpdateIcebergInput
{
    /// <summary>The update iceberg table input. Required.</summary>
    public UpdateIcebergTableInput UpdateIcebergTableInput { get; set; }
}
