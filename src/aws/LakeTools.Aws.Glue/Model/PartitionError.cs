namespace Amazon.Glue.Model;

/// <summary>The shape PartitionError of AWS Glue.</summary>
public partial class PartitionError
{
    /// <summary>The partition values. Each: 1 to 1024 characters.</summary>
    public List<string> PartitionValues { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The error detail.</summary>
    public ErrorDetail ErrorDetail { get; set; }
}
