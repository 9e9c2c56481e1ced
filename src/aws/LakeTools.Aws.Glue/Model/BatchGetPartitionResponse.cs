using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of BatchGetPartition.</summary>
public partial class BatchGetPartitionResponse : AmazonWebServiceResponse
{
    /// <summary>The partitions.</summary>
    public List<Partition> Partitions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The unprocessed keys. At most 1000 items.</summary>
    public List<PartitionValueList> UnprocessedKeys { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
