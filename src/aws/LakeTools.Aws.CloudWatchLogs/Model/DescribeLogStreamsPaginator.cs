using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class DescribeLogStreamsPaginator(IAmazonCloudWatchLogs client, DescribeLogStreamsRequest request)
    : IDescribeLogStreamsPaginator
{
    private readonly TokenPaginator<DescribeLogStreamsRequest, DescribeLogStreamsResponse> _pages = new(
        request, client.DescribeLogStreamsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<DescribeLogStreamsResponse> Responses => new PaginatedResponse<DescribeLogStreamsResponse>(_pages);

    public IPaginatedEnumerable<LogStream> LogStreams =>
        new PaginatedResultKeyResponse<DescribeLogStreamsResponse, LogStream>(_pages, static page => page.LogStreams ?? []);
}
