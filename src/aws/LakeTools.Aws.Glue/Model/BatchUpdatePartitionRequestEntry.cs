namespace Amazon.Glue.Model;

/// <summary>The shape BatchUpdatePartitionRequestEntry of AWS Glue.</summary>
public partial class BatchUpdatePartitionRequestEntry
{
    /// <summary>The partition value list. Required. At most 100 items. Each: 1 to 1024 characters.</summary>
    public List<string> PartitionValueList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The partition input. Required.</summary>
    public PartitionInput PartitionInput { get; set; }
}
