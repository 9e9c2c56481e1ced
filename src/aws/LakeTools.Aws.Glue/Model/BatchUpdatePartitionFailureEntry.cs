namespace Amazon.Glue.Model;

/// <summary>The shape BatchUpdatePartitionFailureEntry of AWS Glue.</summary>
public partial class BatchUpdatePartitionFailureEntry
{
    /// <summary>The partition value list. At most 100 items. Each: 1 to 1024 characters.</summary>
    public List<string> PartitionValueList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The error detail.</summary>
    public ErrorDetail ErrorDetail { get; set; }
}
