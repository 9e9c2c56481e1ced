using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue.Model;

internal sealed class ListTriggersPaginator(IAmazonGlue client, ListTriggersRequest request) : IListTriggersPaginator
{
    private readonly TokenPaginator<ListTriggersRequest, ListTriggersResponse> _pages = new(
        request, client.ListTriggersAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<ListTriggersResponse> Responses => new PaginatedResponse<ListTriggersResponse>(_pages);

    public IPaginatedEnumerable<string> TriggerNames =>
        new PaginatedResultKeyResponse<ListTriggersResponse, string>(_pages, static page => page.TriggerNames ?? []);
}
