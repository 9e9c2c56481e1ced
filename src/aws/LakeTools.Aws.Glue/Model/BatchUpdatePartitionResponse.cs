using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of BatchUpdatePartition.</summary>
public partial class BatchUpdatePartitionResponse : AmazonWebServiceResponse
{
    /// <summary>The errors.</summary>
    public List<BatchUpdatePartitionFailureEntry> Errors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
