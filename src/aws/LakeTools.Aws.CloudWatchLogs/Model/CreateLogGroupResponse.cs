using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The answer of CreateLogGroup.</summary>
public partial class CreateLogGroupResponse : AmazonWebServiceResponse
{
}
