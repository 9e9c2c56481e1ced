using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of BatchDeletePartition.</summary>
public partial class BatchDeletePartitionResponse : AmazonWebServiceResponse
{
    /// <summary>The errors.</summary>
    public List<PartitionError> Errors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
