using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.LakeFormation.Model;

internal sealed class GetEffectivePermissionsForPathPaginator(IAmazonLakeFormation client, GetEffectivePermissionsForPathRequest request)
    : IGetEffectivePermissionsForPathPaginator
{
    private readonly TokenPaginator<GetEffectivePermissionsForPathRequest, GetEffectivePermissionsForPathResponse> _pages = new(
        request, client.GetEffectivePermissionsForPathAsync, static (first, token) =>
            first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<GetEffectivePermissionsForPathResponse> Responses =>
        new PaginatedResponse<GetEffectivePermissionsForPathResponse>(_pages);
}
