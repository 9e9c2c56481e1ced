namespace Amazon.Glue.Model;

/// <summary>The shape UpdateIcebergTableInput of AWS Glue.</summary>
public partial class UpdateIcebergTableInput
{
    /// <summary>The updates. Required.</summary>
    public List<IcebergTableUpdate> Updates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
