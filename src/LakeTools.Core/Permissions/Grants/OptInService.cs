using System.Runtime.CompilerServices;
using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>Opts principals in to Lake Formation, where hybrid access leaves everybody else to IAM.</summary>
/// <param name="connection">The lake.</param>
public sealed class OptInService(LakeConnection connection)
{
    /// <summary>The opt-ins left out because this version does not know their resource type.</summary>
    public UnknownKinds LeftOut { get; } = new();

    /// <summary>Checks that a thing is one of those on which principals are opted in.</summary>
    /// <param name="resource">The resource.</param>
    /// <exception cref="LakeException"><c>OptInUnsupported</c>.</exception>
    public static void Check(LakeResource resource)
    {
        if (resource.Kind is not (ResourceKind.Catalog or ResourceKind.NestedCatalog or ResourceKind.Database or ResourceKind.Table
            or ResourceKind.AllTables))
            throw Fault.OptInUnsupported(resource.ToString(), resource);
    }

    /// <summary>Opts a principal in.</summary>
    /// <param name="principal">An identifier.</param>
    /// <param name="resource">The catalog, a database, a table or all tables.</param>
    /// <param name="condition">The expression that the principal's tags must meet; null for none.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The opt-in, and whether it is new.</returns>
    /// <exception cref="LakeException"><c>DatabaseNotFound</c>, <c>TableNotFound</c>, and what the service refuses.</exception>
    public async Task<(LakeOptIn OptIn, bool IsNew)> AddAsync(string principal, LakeResource resource, string? condition,
        CancellationToken cancellationToken)
    {
        var request = new CreateLakeFormationOptInRequest
        {
            Principal = ToApi(principal),
            Resource = PermissionMapping.ToApi(resource),
            Condition = PermissionMapping.ToApi(condition),
        };
        var isNew = true;
        try
        {
            await connection.Clients.LakeFormation.CreateLakeFormationOptInAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonLakeFormationException error)
        {
            // The service has no code of its own for what already exists.
            if (error is not InvalidInputException
                || await FindAsync(principal, resource, condition, cancellationToken).ConfigureAwait(false) is null)
                throw await ExplainAsync(principal, resource, error, condition, cancellationToken).ConfigureAwait(false);
            isNew = SdkTries.MayBeOurs(error);
        }

        return (await FindAsync(principal, resource, condition, cancellationToken).ConfigureAwait(false)
            ?? ToOptIn(principal, resource, condition), isNew);
    }

    /// <summary>Takes an opt-in away.</summary>
    /// <param name="principal">An identifier.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="condition">The opt-in's condition, letter by letter; null for the one without.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>OptInNotFound</c>, and what the service refuses.</exception>
    public async Task RemoveAsync(string principal, LakeResource resource, string? condition,
        CancellationToken cancellationToken)
    {
        var request = new DeleteLakeFormationOptInRequest
        {
            Principal = ToApi(principal),
            Resource = PermissionMapping.ToApi(resource),
            Condition = PermissionMapping.ToApi(condition),
        };
        try
        {
            await connection.Clients.LakeFormation.DeleteLakeFormationOptInAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (EntityNotFoundException error)
        {
            throw Fault.OptInNotFound(ToOptIn(principal, resource, condition), principal, resource, inner: error);
        }
        catch (AmazonLakeFormationException error)
        {
            throw await ExplainAsync(principal, resource, error, condition, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Walks opt-ins, page by page.</summary>
    /// <remarks>
    /// The principal is compared here: the service refuses those of other accounts (hashicorp/terraform-provider-aws#49106).
    /// </remarks>
    /// <param name="filter">The criteria.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The opt-ins; those on kinds of things that this version does not know are left out.</returns>
    /// <exception cref="LakeException"><c>DatabaseNotFound</c>, <c>TableNotFound</c>.</exception>
    public async IAsyncEnumerable<LakeOptIn> ListAsync(OptInFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var principal = filter.Principal is null ? null : new KeyPattern(filter.Principal);
        var pattern = filter.Pattern;
        if (pattern is { NeedsAccount: true })
            pattern = pattern.For(connection.CatalogId ?? await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false));
        var request = new ListLakeFormationOptInsRequest { Resource = filter.Resource is null
            ? null : PermissionMapping.ToApi(filter.Resource) };
        var pages = connection.Clients.LakeFormation.Paginators.ListLakeFormationOptIns(request).Responses;
        var isEmpty = true;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.LakeFormationOptInsInfoList ?? [])
            {
                isEmpty = false;
                if (item.Resource is null || PermissionMapping.ToResource(item.Resource) is not { } resource)
                {
                    LeftOut.Add(item.Resource);
                    continue;
                }

                var who = item.Principal?.DataLakePrincipalIdentifier ?? "";
                if (pattern?.IsMatch(resource) == false || principal?.IsMatch(who) == false) continue;
                yield return ToOptIn(who, resource,
                    PermissionMapping.ToCondition(item.Condition)) with
                {
                    LastModified = item.LastModified?.ToLocalTime(),
                    LastUpdatedBy = item.LastUpdatedBy,
                };
            }
        }

        if (isEmpty && filter.Resource is { } named)
            await new NamedResource(connection).RequireAsync(named, cancellationToken).ConfigureAwait(false);
    }

    private static DataLakePrincipal ToApi(string principal) => new() { DataLakePrincipalIdentifier = principal };

    private static LakeOptIn ToOptIn(string principal, LakeResource resource, string? condition) => new()
    {
        Principal = principal,
        ResourceKind = resource.Kind.ToString(),
        CatalogId = resource.CatalogId,
        DatabaseName = resource.DatabaseName,
        TableName = resource.Kind == ResourceKind.AllTables ? "*" : resource.TableName,
        Condition = condition,
        Target = resource.ToString(),
    };

    private async Task<LakeOptIn?> FindAsync(string principal, LakeResource resource, string? condition,
        CancellationToken cancellationToken)
    {
        await foreach (var optIn in ListAsync(new OptInFilter { Resource = resource }, cancellationToken).ConfigureAwait(false))
            if (optIn.Principal == principal && optIn.Condition == condition) return optIn;
        return null;
    }

    private async Task<LakeException> ExplainAsync(string principal, LakeResource resource, AmazonLakeFormationException error,
        string? condition, CancellationToken cancellationToken)
    {
        var grant = PermissionMapping.ToPermission(new LakeGrant(principal, resource, PermissionSet.None));
        var said = await new PermissionErrors(connection)
            .ExplainAsync(grant, resource, error.ErrorCode, error.Message, error, cancellationToken).ConfigureAwait(false);
        return said.Of(ToOptIn(principal, resource, condition), error);
    }
}
