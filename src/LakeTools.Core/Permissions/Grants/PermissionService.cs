using System.Runtime.CompilerServices;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using LakeTools.Core.Calls;
using LakeTools.Core.Connection;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>Lists what is granted.</summary>
/// <param name="connection">The lake.</param>
public sealed class PermissionService(LakeConnection connection)
{
    private const int PageSize = 1000;

    /// <summary>The entries left out because this version does not know their resource type.</summary>
    public UnknownKinds LeftOut { get; } = new();

    /// <summary>
    /// Reads the grants page by page. Entries that Lake Formation made from one grant are merged if they
    /// follow one another, which is how it lists them. Nothing else is kept in memory.
    /// </summary>
    /// <remarks>
    /// The principal is compared here. The service refuses a principal without a resource, returns effective permissions if there is a
    /// resource, and refuses Identity Center principals and principals of other accounts.
    /// </remarks>
    /// <param name="filter">The criteria.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The permissions.</returns>
    /// <exception cref="LakeException"><c>LocationNotFound</c>, <c>ColumnNotFound</c>, and errors of the service.</exception>
    public async IAsyncEnumerable<LakePermission> ListAsync(PermissionFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var principal = filter.Principal is null ? null : new KeyPattern(filter.Principal);
        // The service is asked about the table, as it does not list columns separately.
        var pattern = filter.Pattern ?? (filter.Resource is { Kind: ResourceKind.Columns } columns ? ResourcePattern.Of(columns) : null);
        if (pattern is { NeedsAccount: true })
            pattern = pattern.For(connection.CatalogId ?? await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false));
        var isEmpty = true;
        var together = new List<(LakeGrant Grant, PrincipalResourcePermissions Entry)>();
        await foreach (var entry in EntriesAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            if (PermissionMapping.ToGrant(entry) is not { } grant)
            {
                LeftOut.Add(entry.Resource);
                continue;
            }

            if (principal?.IsMatch(grant.Principal) == false || pattern?.IsMatch(grant.Resource) == false) continue;
            if (together.Count > 0 && !BelongTogether(together[0].Grant, grant))
            {
                foreach (var permission in await JoinAsync(together, filter.ExplicitOnly, cancellationToken).ConfigureAwait(false))
                    yield return permission;
                together.Clear();
            }

            together.Add((grant, entry));
            isEmpty = false;
        }

        if (isEmpty && filter.Resource is { Kind: ResourceKind.Columns } named)
            await new NamedResource(connection).RequireAsync(named, cancellationToken).ConfigureAwait(false);

        foreach (var permission in await JoinAsync(together, filter.ExplicitOnly, cancellationToken).ConfigureAwait(false))
            yield return permission;
    }

    /// <summary>Where requests go, with the account if it is known.</summary>
    public LakeHome Home => connection.Home;

    /// <summary>Where requests go, with the account that completes short principals. It is read once, and only if it is needed.</summary>
    /// <param name="principals">Principals as typed.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The home; without an account if it is not known and no principal needs it.</returns>
    public Task<LakeHome> HomeForAsync(IEnumerable<string> principals, CancellationToken cancellationToken) =>
        HomeForAsync(principals, LakePrincipal.NeedsAccount, cancellationToken);

    /// <summary>The same for principals that may have wildcards.</summary>
    /// <param name="patterns">Principals as typed.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The home.</returns>
    public Task<LakeHome> HomeForPatternsAsync(IEnumerable<string> patterns, CancellationToken cancellationToken) =>
        HomeForAsync(patterns, LakePrincipal.IsShortPattern, cancellationToken);

    private async Task<LakeHome> HomeForAsync(IEnumerable<string> principals, Func<string, bool> needsAccount,
        CancellationToken cancellationToken)
    {
        if (principals.Any(needsAccount)) await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        return connection.Home;
    }

    private static bool BelongTogether(LakeGrant one, LakeGrant other) =>
        one.Principal == other.Principal && one.Resource.DatabaseName is not null
        && one.Resource.DatabaseName == other.Resource.DatabaseName && one.Resource.CatalogId == other.Resource.CatalogId
        && TableOf(one.Resource) is { } table && table == TableOf(other.Resource);

    private static string? TableOf(LakeResource resource) => resource.Kind switch
    {
        ResourceKind.AllTables => LakeResource.AllTablesName,
        ResourceKind.Table or ResourceKind.Columns => resource.TableName,
        _ => null,
    };

    // The next page is requested while one page is processed. An empty page may be followed by others.
    private async IAsyncEnumerable<PrincipalResourcePermissions> EntriesAsync(PermissionFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ahead = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pages = PagesAsync(filter).CalledBy(next => CallAsync(filter, next, ahead.Token)).GetAsyncEnumerator(ahead.Token);
        await using (pages.ConfigureAwait(false))
        {
            var coming = pages.MoveNextAsync().AsTask();
            try
            {
                while (await coming.ConfigureAwait(false))
                {
                    var entries = pages.Current;
                    coming = pages.MoveNextAsync().AsTask();
                    foreach (var entry in entries ?? []) yield return entry;
                }
            }
            finally
            {
                // If the caller stops early, errors of the unread page are ignored.
                await ahead.CancelAsync().ConfigureAwait(false);
                await ((Task)coming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async IAsyncEnumerable<List<PrincipalResourcePermissions>?> PagesAsync(PermissionFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var catalog = filter.CatalogId ?? connection.CatalogId;
        var paginators = connection.Clients.LakeFormation.Paginators;
        if (filter.Path is { } path)
        {
            var byPath = new GetEffectivePermissionsForPathRequest
            {
                CatalogId = catalog,
                ResourceArn = S3Location.ToArn(path, connection.Home.Partition),
                MaxResults = PageSize,
            };
            var found = paginators.GetEffectivePermissionsForPath(byPath).Responses;
            await foreach (var page in found.WithCancellation(cancellationToken).ConfigureAwait(false)) yield return page.Permissions;
            yield break;
        }

        var request = new ListPermissionsRequest
        {
            CatalogId = catalog,
            Resource = Asked(filter.Resource),
            // Grants on rows are grants on the data cells filters of a table. They are listed only for the filters.
            IncludeRelated = filter.Resource?.Kind == ResourceKind.Table ? "TRUE" : null,
            MaxResults = PageSize,
        };
        var listed = paginators.ListPermissions(request).Responses;
        await foreach (var page in listed.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return page.PrincipalResourcePermissions;
    }

    private async Task<bool> CallAsync(PermissionFilter filter, Func<Task<bool>> next, CancellationToken cancellationToken)
    {
        try
        {
            return await next().ConfigureAwait(false);
        }
        catch (EntityNotFoundException error) when (filter.Path is not null)
        {
            throw Fault.LocationNotFound(filter.Path, inner: error);
        }
        catch (AmazonServiceException error) when (filter.Resource is not null)
        {
            var target = PermissionMapping.ToPermission(new LakeGrant(filter.Principal ?? "", filter.Resource, PermissionSet.None));
            throw await new PermissionErrors(connection)
                .ExplainAsync(target, filter.Resource, error.ErrorCode, error.Message, error, cancellationToken,
                    $"the permissions on {filter.Resource}").ConfigureAwait(false);
        }
    }

    // The service does not list columns or the matches of a saved expression separately. The list of the table has the grants on columns.
    private static Resource? Asked(LakeResource? resource) => resource switch
    {
        null => null,
        { Kind: ResourceKind.Columns } =>
            PermissionMapping.ToApi(LakeResource.Table(resource.DatabaseName!, resource.TableName!, resource.CatalogId)),
        _ => PermissionMapping.ToApi(resource),
    };

    private async Task<IEnumerable<LakePermission>> JoinAsync(List<(LakeGrant Grant, PrincipalResourcePermissions Entry)> together,
        bool explicitOnly,
        CancellationToken cancellationToken)
    {
        if (together.Count == 0) return [];
        var account = together[0].Grant.Resource.CatalogId ?? await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var newest = together.MaxBy(item => item.Entry.LastUpdated ?? DateTime.MinValue).Entry;
        return CanonicalGrants.FromListed(together.ConvertAll(item => item.Grant), account)
            .Select(grant => PermissionMapping.ToPermission(grant, Source(grant, newest), newest.LastUpdated?.ToLocalTime(),
                newest.LastUpdatedBy))
            .Where(permission => !explicitOnly || permission.GrantSource != GrantSource.Implicit).ToList();
    }

    // Implicit rights are listed like others. Their signs: they have no date, because they were not granted, and they are all
    // permissions of the resource, with the grant option.
    private static GrantSource Source(LakeGrant grant, PrincipalResourcePermissions entry)
    {
        if (grant.Principal == LakePrincipal.IamAllowedPrincipalsId) return GrantSource.IamAllowed;
        var isAll = PermissionRules.Implied(grant.Permissions, grant.Resource) is var all
            && (all & PermissionRules.Taken(grant.Resource)) == PermissionRules.Taken(grant.Resource);
        return entry.LastUpdated is null && isAll && PermissionRules.Implied(grant.Grantable, grant.Resource) == all
            ? GrantSource.Implicit : GrantSource.Explicit;
    }
}
