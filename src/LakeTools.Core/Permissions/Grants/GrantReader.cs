using System.Runtime.CompilerServices;
using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>Walks ListPermissions as the service answers it, page by page.</summary>
/// <param name="connection">The lake.</param>
internal sealed class GrantReader(LakeConnection connection)
{
    private const int PageSize = 1000;

    /// <summary>The entries left out because this version does not know their resource type.</summary>
    public UnknownKinds LeftOut { get; } = new();

    /// <summary>Walks the entries. A page may be empty and still have a successor.</summary>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="resource">The resource; null for all.</param>
    /// <param name="type">A kind of thing; null for all.</param>
    /// <param name="principal">The principal of the grants; the service then adds implicit permissions, and requires a resource.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The entries as grants, not put together.</returns>
    public async IAsyncEnumerable<LakeGrant> ListAsync(string? catalogId, LakeResource? resource, DataLakeResourceType? type = null,
        string? principal = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in ListEntriesAsync(catalogId, resource, type, principal, cancellationToken).ConfigureAwait(false))
            yield return entry.Grant;
    }

    /// <summary>Lists the same entries with the service's facts about their last change.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async IAsyncEnumerable<ListedGrant> ListEntriesAsync(
        string? catalogId,
        LakeResource? resource,
        DataLakeResourceType? type = null,
        string? principal = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new ListPermissionsRequest
        {
            CatalogId = catalogId is { Length: 12 } ? catalogId : connection.CatalogId,
            Resource = resource is null ? null : PermissionMapping.ToApi(resource),
            ResourceType = type,
            Principal = principal is null ? null : new DataLakePrincipal { DataLakePrincipalIdentifier = principal },
            MaxResults = PageSize,
        };
        var pages = connection.Clients.LakeFormation.Paginators.ListPermissions(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var entry in page.PrincipalResourcePermissions ?? [])
            {
                if (PermissionMapping.ToGrant(entry) is { } grant)
                    yield return new ListedGrant(grant, entry.LastUpdated, entry.LastUpdatedBy);
                else LeftOut.Add(entry.Resource);
            }
        }
    }
}
