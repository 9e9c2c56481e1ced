using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetPartition.</summary>
public partial class GetPartitionResponse : AmazonWebServiceResponse
{
    /// <summary>The partition.</summary>
    public Partition Partition { get; set; }
}
