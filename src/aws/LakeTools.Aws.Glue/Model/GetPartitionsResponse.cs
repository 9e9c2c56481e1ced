using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetPartitions.</summary>
public partial class GetPartitionsResponse : AmazonWebServiceResponse
{
    /// <summary>The partitions.</summary>
    public List<Partition> Partitions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
