using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of CreatePartition.</summary>
public partial class CreatePartitionResponse : AmazonWebServiceResponse
{
}
