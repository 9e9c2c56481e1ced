namespace Amazon.Glue.Model;

/// <summary>The shape IcebergInput of AWS Glue.</summary>
public partial class IcebergInput
{
    /// <summary>The metadata operation. Required.</summary>
    public MetadataOperation MetadataOperation { get; set; }

    /// <summary>The version. 1 to 255 characters.</summary>
    public string Version { get; set; }

    /// <summary>The create iceberg table input.</summary>
    public CreateIcebergTableInput CreateIcebergTableInput { get; set; }
}
