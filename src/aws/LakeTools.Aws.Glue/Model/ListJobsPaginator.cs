using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue.Model;

internal sealed class ListJobsPaginator(IAmazonGlue client, ListJobsRequest request) : IListJobsPaginator
{
    private readonly TokenPaginator<ListJobsRequest, ListJobsResponse> _pages = new(
        request, client.ListJobsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<ListJobsResponse> Responses => new PaginatedResponse<ListJobsResponse>(_pages);

    public IPaginatedEnumerable<string> JobNames =>
        new PaginatedResultKeyResponse<ListJobsResponse, string>(_pages, static page => page.JobNames ?? []);
}
