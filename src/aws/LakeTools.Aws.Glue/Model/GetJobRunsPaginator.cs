using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue.Model;

internal sealed class GetJobRunsPaginator(IAmazonGlue client, GetJobRunsRequest request) : IGetJobRunsPaginator
{
    private readonly TokenPaginator<GetJobRunsRequest, GetJobRunsResponse> _pages = new(
        request, client.GetJobRunsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<GetJobRunsResponse> Responses => new PaginatedResponse<GetJobRunsResponse>(_pages);

    public IPaginatedEnumerable<JobRun> JobRuns =>
        new PaginatedResultKeyResponse<GetJobRunsResponse, JobRun>(_pages, static page => page.JobRuns ?? []);
}
