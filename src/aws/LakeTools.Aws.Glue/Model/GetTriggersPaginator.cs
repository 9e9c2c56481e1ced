using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue.Model;

internal sealed class GetTriggersPaginator(IAmazonGlue client, GetTriggersRequest request) : IGetTriggersPaginator
{
    private readonly TokenPaginator<GetTriggersRequest, GetTriggersResponse> _pages = new(
        request, client.GetTriggersAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<GetTriggersResponse> Responses => new PaginatedResponse<GetTriggersResponse>(_pages);

    public IPaginatedEnumerable<Trigger> Triggers =>
        new PaginatedResultKeyResponse<GetTriggersResponse, Trigger>(_pages, static page => page.Triggers ?? []);
}
