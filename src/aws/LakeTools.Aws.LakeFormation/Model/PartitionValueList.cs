namespace Amazon.LakeFormation.Model;

/// <summary>The shape PartitionValueList of AWS Lake Formation.</summary>
public partial class PartitionValueList
{
    /// <summary>The values. Required. At least 1 item.</summary>
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
