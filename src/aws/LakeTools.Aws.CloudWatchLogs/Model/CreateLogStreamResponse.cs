using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The answer of CreateLogStream.</summary>
public partial class CreateLogStreamResponse : AmazonWebServiceResponse
{
}
