namespace Amazon.Glue.Model;

/// <summary>The shape IcebergPartitionSpec of AWS Glue.</summary>
public partial class IcebergPartitionSpec
{
    /// <summary>The fields. Required.</summary>
    public List<IcebergPartitionField> Fields { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The spec id.</summary>
    public int? SpecId { get; set; }
}
