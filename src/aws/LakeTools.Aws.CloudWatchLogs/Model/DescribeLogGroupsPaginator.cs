using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class DescribeLogGroupsPaginator(IAmazonCloudWatchLogs client, DescribeLogGroupsRequest request)
    : IDescribeLogGroupsPaginator
{
    private readonly TokenPaginator<DescribeLogGroupsRequest, DescribeLogGroupsResponse> _pages = new(
        request, client.DescribeLogGroupsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<DescribeLogGroupsResponse> Responses => new PaginatedResponse<DescribeLogGroupsResponse>(_pages);

    public IPaginatedEnumerable<LogGroup> LogGroups =>
        new PaginatedResultKeyResponse<DescribeLogGroupsResponse, LogGroup>(_pages, static page => page.LogGroups ?? []);
}
