namespace Amazon.Glue.Model;

/// <summary>The shape CreateIcebergTableInput of AWS Glue.</summary>
public partial class CreateIcebergTableInput
{
    /// <summary>The location. Required. At most 2056 characters.</summary>
    public string Location { get; set; }

    /// <summary>The schema. Required.</summary>
    public IcebergSchema Schema { get; set; }

    /// <summary>The partition spec.</summary>
    public IcebergPartitionSpec PartitionSpec { get; set; }

    /// <summary>The write order.</summary>
    public IcebergSortOrder WriteOrder { get; set; }

    /// <summary>The properties.</summary>
    public Dictionary<string, string> Properties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
