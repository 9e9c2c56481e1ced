using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of UpdatePartition.</summary>
public partial class UpdatePartitionResponse : AmazonWebServiceResponse
{
}
