using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Connection;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools;

/// <summary>
/// The principal and the lake. Created by Connect-Lake and accepted by every command. Has the clients of the services,
/// each created on first use. Thread-safe.
/// </summary>
public sealed class LakeConnection
{
    private readonly SemaphoreSlim _identityGate = new(1, 1);
    private volatile string? _accountId;
    private volatile string? _principal;
    private volatile LakeConnection? _forTableData;

    /// <summary>Creates a connection. Makes no call.</summary>
    /// <param name="options">The options of the connection.</param>
    /// <param name="defaultRegion">The Region to use if the options, the environment and the profile have none.</param>
    /// <exception cref="LakeException">
    /// <c>ProfileFileInvalid</c>, <c>ProfileNotFound</c>, <c>ProfileUnusable</c>, <c>RegionNotFound</c>, <c>UnknownRegion</c>,
    /// <c>IncompleteCredentials</c>, <c>RoleNeeded</c> or <c>MfaDeviceNeeded</c>.
    /// </exception>
    public LakeConnection(LakeConnectionOptions options, string? defaultRegion = null)
    {
        Options = options;
        var resolved = ConnectionResolver.Resolve(options, defaultRegion);
        Region = resolved.Region.SystemName;
        Credentials = resolved.Credentials;
        MfaCodes = resolved.MfaCodes;
        ConfiguredEndpoints = resolved.Endpoints;
        Clients = new LakeClients(options, resolved);
        _accountId = options.Local?.AccountId ?? ConnectionResolver.AccountOf(options.RoleArn);
        _principal = options.Local?.Principal ?? options.RoleArn;
        Name = options.Name ?? options.Local?.Folder ?? options.ProfileName ?? options.RoleArn ?? options.AccessKey ?? "default";
    }

    private LakeConnection(LakeConnection other, LakeConnectionOptions options, AWSCredentials credentials)
    {
        Options = options;
        Region = other.Region;
        Credentials = credentials;
        MfaCodes = new MfaCodes(null);
        ConfiguredEndpoints = other.ConfiguredEndpoints;
        Clients = new LakeClients(Options,
            new ResolvedConnection(Amazon.RegionEndpoint.GetBySystemName(Region), credentials, MfaCodes, ConfiguredEndpoints));
        Name = other.Name;
    }

    /// <summary>
    /// The profile, role, key id, secret, folder or vended data that the connection was made from; <c>default</c> for the default chain.
    /// </summary>
    public string Name { get; }

    /// <summary>The region's code, such as <c>eu-central-1</c>.</summary>
    public string Region { get; }

    /// <summary>The account, twelve digits. Null until a command needs it (Test-LakeConnection reads it).</summary>
    public string? AccountId => _accountId;

    /// <summary>The ARN of the principal. Null until a command needs it (Test-LakeConnection reads it).</summary>
    public string? Principal => _principal;

    /// <summary>True for an embedded lake.</summary>
    public bool IsLocal => Options.Local is not null;

    /// <summary>The folder of an embedded lake. Otherwise null.</summary>
    public string? LocalPath => Options.Local?.Folder;

    /// <summary>The endpoint that was given for all services, otherwise null.</summary>
    public Uri? Endpoint => Options.EndpointUrl;

    /// <summary>The default catalog of commands. Null for the caller's account.</summary>
    public string? CatalogId => Options.CatalogId;

    /// <summary>The number of requests that failed because of Connect-Lake -Fault.</summary>
    public int FaultCount => (Options.Local?.Http as EmbeddedTransport)?.FaultCount ?? 0;

    internal LakeConnectionOptions Options { get; }

    /// <summary>Completes what is typed in short, with the account if it is known. ARNs of an embedded lake have one partition.</summary>
    internal LakeHome Home => (IsLocal ? LakeHome.Embedded : new LakeHome(Amazon.RegionEndpoint.GetBySystemName(Region).PartitionName)) with
    {
        Region = Region,
        AccountId = AccountId,
    };

    internal AWSCredentials Credentials { get; }

    internal MfaCodes MfaCodes { get; }

    /// <summary>The endpoints of the environment and the profile. Null for an embedded lake.</summary>
    internal ConfiguredEndpoints? ConfiguredEndpoints { get; }

    internal LakeClients Clients { get; }

    /// <summary>Returns the name and the Region, without any secret.</summary>
    /// <returns>Name and region.</returns>
    public override string ToString() => $"{Name} ({Region})";

    /// <summary>The same lake with other credentials, such as those that Lake Formation returns for a table's data.</summary>
    internal LakeConnection With(AWSCredentials credentials) => new(this, Options, credentials);

    /// <summary>
    /// The same lake, for requests of table data and permissions to Lake Formation. An embedded lake treats requests of this connection
    /// as those of a service that is integrated with Lake Formation. On AWS it is this connection itself, and the settings apply.
    /// </summary>
    internal LakeConnection ForTableData() => Options.Local is not { } local ? this
        : _forTableData ??= new LakeConnection(this, Options with { Local = local with { Http = local.IntegratedHttp } }, Credentials);

    /// <summary>The account of the caller, read from STS once.</summary>
    internal async ValueTask<string> GetAccountIdAsync(CancellationToken cancellationToken)
    {
        if (_accountId is null) await IdentifyAsync(cancellationToken).ConfigureAwait(false);
        return _accountId!;
    }

    /// <summary>The principal of the caller, read from STS once.</summary>
    internal async ValueTask<string> GetPrincipalAsync(CancellationToken cancellationToken)
    {
        if (_principal is null) await IdentifyAsync(cancellationToken).ConfigureAwait(false);
        return _principal!;
    }

    /// <summary>The result of a write that the service has confirmed.</summary>
    /// <param name="target">The ID or the name of what was written.</param>
    /// <param name="what">What was done, as a sentence without its dot.</param>
    /// <param name="read">Reads it.</param>
    internal Written<T> Written<T>(object target, string what, Func<CancellationToken, Task<T>> read) =>
        new(RetryPause.For(Options.Local?.Http), target, what, read);

    private async Task IdentifyAsync(CancellationToken cancellationToken)
    {
        await _identityGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_accountId is not null && _principal is not null) return;
            var identity = await Clients.Sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken)
                .ConfigureAwait(false);
            _principal ??= identity.Arn;
            _accountId = identity.Account;
        }
        finally
        {
            _identityGate.Release();
        }
    }
}
