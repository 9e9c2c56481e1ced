using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of DeletePartition.</summary>
public partial class DeletePartitionResponse : AmazonWebServiceResponse
{
}
