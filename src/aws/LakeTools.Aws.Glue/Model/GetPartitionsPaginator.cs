using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue.Model;

internal sealed class GetPartitionsPaginator(IAmazonGlue client, GetPartitionsRequest request) : IGetPartitionsPaginator
{
    private readonly TokenPaginator<GetPartitionsRequest, GetPartitionsResponse> _pages = new(
        request, client.GetPartitionsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<GetPartitionsResponse> Responses => new PaginatedResponse<GetPartitionsResponse>(_pages);

    public IPaginatedEnumerable<Partition> Partitions =>
        new PaginatedResultKeyResponse<GetPartitionsResponse, Partition>(_pages, static page => page.Partitions ?? []);
}
