using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue.Model;

internal sealed class GetJobsPaginator(IAmazonGlue client, GetJobsRequest request) : IGetJobsPaginator
{
    private readonly TokenPaginator<GetJobsRequest, GetJobsResponse> _pages = new(
        request, client.GetJobsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<GetJobsResponse> Responses => new PaginatedResponse<GetJobsResponse>(_pages);

    public IPaginatedEnumerable<Job> Jobs =>
        new PaginatedResultKeyResponse<GetJobsResponse, Job>(_pages, static page => page.Jobs ?? []);
}
