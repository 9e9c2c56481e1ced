using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of BatchCreatePartition.</summary>
public partial class BatchCreatePartitionResponse : AmazonWebServiceResponse
{
    /// <summary>The errors.</summary>
    public List<PartitionError> Errors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
