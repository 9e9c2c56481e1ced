namespace Amazon.Glue.Model;

/// <summary>The shape PartitionIndex of AWS Glue.</summary>
public partial class PartitionIndex
{
    /// <summary>The keys. Required. At least 1 item. Each: 1 to 255 characters.</summary>
    public List<string> Keys { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The index name. Required. 1 to 255 characters.</summary>
    public string IndexName { get; set; }
}
