using System.Runtime.CompilerServices;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Locations;

/// <summary>Registers locations with Lake Formation: in S3, S3 Tables, Redshift, and behind Glue connections.</summary>
/// <param name="connection">The lake.</param>
public sealed class LocationService(LakeConnection connection)
{
    /// <summary>Reads a location before any call.</summary>
    /// <param name="path">An ARN, or a URI of S3.</param>
    /// <returns>The ARN, without a slash at its end.</returns>
    /// <exception cref="LakeException"><c>InvalidDataLocation</c>.</exception>
    public string Arn(string path) => DataLocation.IsLocation(path)
        ? S3Location.ToArn(path, connection.Home.Partition)
        : throw Fault.InvalidDataLocation(path);

    /// <summary>Refuses a location that cannot be registered, before any call.</summary>
    /// <param name="path">An ARN, or a URI of S3.</param>
    /// <exception cref="LakeException"><c>InvalidDataLocation</c>, <c>BucketNameInvalid</c>.</exception>
    public static void CheckNew(string path)
    {
        if (!DataLocation.IsLocation(path)) throw Fault.InvalidDataLocation(path);
        if (!DataLocation.IsElsewhere(path)) _ = S3Uri.Parse(path);
    }

    /// <summary>Refuses what is not a role that Lake Formation can use, before any call.</summary>
    /// <param name="role">The role. Null for none.</param>
    /// <exception cref="LakeException"><c>InvalidRole</c>.</exception>
    public static void CheckRole(string? role)
    {
        if (role is not null) LakePrincipal.CheckRole(role, isNameEnough: false);
    }

    /// <summary>Refuses an owner that is no account, before any call.</summary>
    /// <param name="accountId">The account; null for none.</param>
    /// <returns>The account.</returns>
    /// <exception cref="LakeException"><c>OwnerAccountInvalid</c>.</exception>
    public static string? CheckOwner(string? accountId) =>
        accountId is null || (accountId.Length == 12 && accountId.All(char.IsAsciiDigit)) ? accountId
            : throw Fault.OwnerAccountInvalid(accountId);

    /// <summary>Registers a location.</summary>
    /// <param name="options">The location.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The location as the service now has it.</returns>
    /// <exception cref="LakeException"><c>LocationExists</c>, <c>InvalidDataLocation</c>, <c>InvalidRole</c>, and what
    /// the service refuses.</exception>
    public async Task<Written<LakeLocation>> RegisterAsync(LocationOptions options, CancellationToken cancellationToken)
    {
        CheckNew(options.Path);
        var request = new RegisterResourceRequest
        {
            ResourceArn = Arn(options.Path),
            RoleArn = await RoleAsync(options.RoleArn, cancellationToken).ConfigureAwait(false),
            UseServiceLinkedRole = options.RoleArn is null ? true : null,
            HybridAccessEnabled = options.HybridAccess,
            WithFederation = options.WithFederation,
            WithPrivilegedAccess = options.PrivilegedAccess,
            ExpectedResourceOwnerAccount = CheckOwner(options.ExpectedOwnerAccountId),
        };
        try
        {
            await RegisterAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (AlreadyExistsException error)
        {
            throw Fault.LocationExists(options.Path, inner: error);
        }

        return connection.Written(options.Path, $"The location {options.Path} was registered",
            token => GetAsync(options.Path, token));
    }

    /// <summary>Changes a registered location; what is null stays.</summary>
    /// <param name="options">The location and what to change.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The location as the service now has it.</returns>
    /// <exception cref="LakeException"><c>LocationNotFound</c>, <c>InvalidDataLocation</c>, <c>InvalidRole</c>, and what
    /// the service refuses.</exception>
    public async Task<Written<LakeLocation>> ChangeAsync(LocationOptions options, CancellationToken cancellationToken)
    {
        var role = await RoleAsync(options.RoleArn, cancellationToken).ConfigureAwait(false);
        var old = await GetAsync(options.Path, cancellationToken).ConfigureAwait(false);
        var request = new UpdateResourceRequest
        {
            ResourceArn = old.ResourceArn,
            RoleArn = role ?? old.RoleArn,
            HybridAccessEnabled = options.HybridAccess ?? old.HybridAccess,
            WithFederation = options.WithFederation ?? old.WithFederation,
            ExpectedResourceOwnerAccount = CheckOwner(options.ExpectedOwnerAccountId) ?? old.ExpectedOwnerAccount,
        };
        await NotFoundAsync(options.Path, () => connection.Clients.LakeFormation.UpdateResourceAsync(request, cancellationToken))
            .ConfigureAwait(false);
        return connection.Written(options.Path, $"The location {options.Path} was changed",
            token => GetAsync(options.Path, token));
    }

    /// <summary>
    /// Registers a location again: one that is registered with the service-linked role cannot be changed. Where that fails, the location is
    /// registered again as it was.
    /// </summary>
    /// <param name="options">
    /// The location; hybrid access and federation stay where they are null, a null role is the service-linked role, and a null owner is
    /// none.
    /// </param>
    /// <param name="cancellationToken">Stops the calls before the first of them that changes anything.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>LocationNotFound</c>, <c>InvalidDataLocation</c>, <c>InvalidRole</c>, and what
    /// the service refuses.</exception>
    public async Task ReplaceAsync(LocationOptions options, CancellationToken cancellationToken)
    {
        var arn = Arn(options.Path);
        var old = (await NotFoundAsync(options.Path, () => connection.Clients.LakeFormation.DescribeResourceAsync(
            new DescribeResourceRequest { ResourceArn = arn }, cancellationToken)).ConfigureAwait(false)).ResourceInfo;
        var role = await RoleAsync(options.RoleArn, cancellationToken).ConfigureAwait(false);
        RegisterResourceRequest Request(string? withRole, bool? hybrid, bool? federation, bool? privileged, string? owner) => new()
        {
            ResourceArn = arn,
            RoleArn = withRole,
            UseServiceLinkedRole = withRole is null ? true : null,
            HybridAccessEnabled = hybrid,
            WithFederation = federation,
            WithPrivilegedAccess = privileged,
            ExpectedResourceOwnerAccount = owner,
        };

        // From here on it must not stop half way: engines would find the location unguarded.
        await UnregisterAsync(options.Path, cancellationToken).ConfigureAwait(false);
        try
        {
            await RegisterAsync(
                Request(
                    role,
                    options.HybridAccess ?? old.HybridAccessEnabled,
                    options.WithFederation ?? old.WithFederation,
                    options.PrivilegedAccess,
                    options.ExpectedOwnerAccountId),
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (LaterStep.HasFailed(error, CancellationToken.None))
        {
            var oldRole = old.RoleArn?.Contains("/aws-service-role/", StringComparison.Ordinal) == false ? old.RoleArn : null;
            await LaterStep.CallAsync(
                options.Path,
                $"The location {options.Path} was unregistered, and not registered with its changes: "
                    + LaterStep.Translated(error, options.Path).Message,
                "also not as it was before",
                () => RegisterAsync(
                    Request(
                        oldRole, old.HybridAccessEnabled, old.WithFederation, old.WithPrivilegedAccess, old.ExpectedResourceOwnerAccount),
                    CancellationToken.None),
                CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private Task<bool> RegisterAsync(RegisterResourceRequest request, CancellationToken cancellationToken) => LostAnswers.MakeAsync(
        () => connection.Clients.LakeFormation.RegisterResourceAsync(request, cancellationToken),
        request,
        async () => (await connection.Clients.LakeFormation.DescribeResourceAsync(
            new DescribeResourceRequest { ResourceArn = request.ResourceArn }, cancellationToken).ConfigureAwait(false)).ResourceInfo);

    /// <summary>Finds one registered location.</summary>
    /// <param name="path">An ARN, or a URI of S3.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The location.</returns>
    /// <exception cref="LakeException"><c>LocationNotFound</c> or <c>InvalidDataLocation</c>.</exception>
    public async Task<LakeLocation> GetAsync(string path, CancellationToken cancellationToken)
    {
        var request = new DescribeResourceRequest { ResourceArn = Arn(path) };
        return ToLocation((await NotFoundAsync(path, () =>
            connection.Clients.LakeFormation.DescribeResourceAsync(request, cancellationToken)).ConfigureAwait(false)).ResourceInfo);
    }

    /// <summary>Walks the registered locations, page by page.</summary>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The locations.</returns>
    public async IAsyncEnumerable<LakeLocation> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new ListResourcesRequest();
        var pages = connection.Clients.LakeFormation.Paginators.ListResources(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var info in page.ResourceInfoList ?? []) yield return ToLocation(info);
    }

    /// <summary>Takes a location from Lake Formation's guard. Its objects stay.</summary>
    /// <param name="path">An ARN, or a URI of S3.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>LocationNotFound</c> or <c>InvalidDataLocation</c>.</exception>
    public Task UnregisterAsync(string path, CancellationToken cancellationToken)
    {
        var request = new DeregisterResourceRequest { ResourceArn = Arn(path) };
        return NotFoundAsync(path, () => connection.Clients.LakeFormation.DeregisterResourceAsync(request, cancellationToken));
    }

    private static async Task<T> NotFoundAsync<T>(string path, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (EntityNotFoundException error)
        {
            throw Fault.LocationNotFound(path, inner: error);
        }
    }

    private static LakeLocation ToLocation(ResourceInfo info) => new()
    {
        Path = S3Location.ToUri(info.ResourceArn),
        ResourceArn = info.ResourceArn,
        RoleArn = info.RoleArn,
        HybridAccess = info.HybridAccessEnabled ?? false,
        WithFederation = info.WithFederation ?? false,
        PrivilegedAccess = info.WithPrivilegedAccess ?? false,
        VerificationStatus = info.VerificationStatus?.Value,
        ExpectedOwnerAccount = info.ExpectedResourceOwnerAccount,
        LastModified = info.LastModified?.ToLocalTime(),
    };

    private async Task<string?> RoleAsync(string? role, CancellationToken cancellationToken)
    {
        if (role is null) return null;
        CheckRole(role);
        if (LakePrincipal.NeedsAccount(role)) await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        return LakePrincipal.Parse(role, connection.Home).Id;
    }
}
