using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

/// <summary>The base of the requests to Amazon CloudWatch Logs.</summary>
public partial class AmazonCloudWatchLogsRequest : AmazonWebServiceRequest
{
}
