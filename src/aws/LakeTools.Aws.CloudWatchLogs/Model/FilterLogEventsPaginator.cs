using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class FilterLogEventsPaginator(IAmazonCloudWatchLogs client, FilterLogEventsRequest request) : IFilterLogEventsPaginator
{
    private readonly TokenPaginator<FilterLogEventsRequest, FilterLogEventsResponse> _pages = new(
        request, client.FilterLogEventsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<FilterLogEventsResponse> Responses => new PaginatedResponse<FilterLogEventsResponse>(_pages);
}
