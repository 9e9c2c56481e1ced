namespace Amazon.Glue.Model;

/// <summary>The shape PartitionValueList of AWS Glue.</summary>
public partial class PartitionValueList
{
    /// <summary>The values. Required. Each: 1 to 1024 characters.</summary>
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
