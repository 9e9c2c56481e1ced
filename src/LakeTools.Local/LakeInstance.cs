using LakeTools.Local.Api;
using LakeTools.Local.Context;
using LakeTools.Local.Faults;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation;
using LakeTools.Local.S3;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Server;
using LakeTools.Local.Services;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Signing;

namespace LakeTools.Local;

/// <summary>One lake that is open in this process, however many handles there are to it.</summary>
internal sealed class LakeInstance : IDisposable
{
    private static readonly StorePart s_part =
        new("lake", "CREATE TABLE lake_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID") { IsShared = true };

    private readonly IReadOnlyList<JsonApi> _services;
    private readonly LakeWorld? _world;
    private readonly object _serverGate = new();
    private readonly List<WireEndpoint> _endpoints;
    private LoopbackServer? _server;

    public LakeInstance(LocalLakeOptions options, string folder, TimeProvider clock)
    {
        OwnFiles.MakeFolder(folder);
        _services = LakeServices.Create();
        Store = LakeStore.Open(folder, [s_part, IdentityStore.Part, S3Tables.Part, .. _services.Select(service => service.Part)]);
        try
        {
            var cipher = LakeCipher.Open(folder, Store.Read(IdentityStore.AnySealed));
            var first = new LakeContext(
                Settle("account", options.AccountId, LocalLakeOptions.DefaultAccountId, isKept: false),
                Settle("region", options.Region, LocalLakeOptions.DefaultRegion),
                folder,
                clock)
            {
                Cipher = cipher,
                Identity = new IdentityStore(cipher, clock),
                Objects = new ObjectStore(folder),
                AllowsObject = (session, caller, action, bucket, key) =>
                    new LakeObjectAuthorizer(World).IsAllowed(session, caller, action, bucket, key),
                Crawl = options.Crawl,
                Query = options.Query,
                StartServer = () => StartServer(0),
            };
            _world = new LakeWorld(Store, first);
            Context = Store.Read(session => _world.Find(session, first.AccountId))!;
            if (!Store.IsReadOnly) Context.Objects.Sweep(Store);
            _world.OpenFirst(_services);
            _endpoints = Endpoints();
            Router = new WireRouter(_endpoints);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public LakeStore Store { get; }

    /// <summary>The context of the first account's services.</summary>
    public LakeContext Context { get; }

    public WireRouter Router { get; }

    /// <summary>The accounts of the lake.</summary>
    public LakeWorld World => _world!;

    /// <summary>A way to the services on which faults are in wait.</summary>
    public WireRouter RouterWith(LakeFaults faults) =>
        new(_endpoints.ConvertAll(WireEndpoint (endpoint) => new FaultyEndpoint(endpoint, faults, Context.Clock)));

    /// <summary>Whether the lake's store still is in its folder.</summary>
    public bool IsThere => Store.IsThere;

    /// <summary>Starts the loopback server, or says where it listens already.</summary>
    /// <param name="port">The port; 0 for any.</param>
    /// <param name="faults">The new faults. Null for no change.</param>
    /// <exception cref="InvalidOperationException">It listens on another port than is asked for.</exception>
    public Uri StartServer(int port, LakeFaults? faults = null)
    {
        lock (_serverGate)
        {
            _server ??= LoopbackServer.Start(Router, port);
            if (port != 0 && port != _server.Port)
                throw new InvalidOperationException($"The lake's server listens on port {_server.Port} already.");
            if (faults is not null) _server.Use(RouterWith(faults));
            return _server.Address;
        }
    }

    /// <summary>Stops the loopback server, where it runs.</summary>
    public void StopServer()
    {
        lock (_serverGate)
        {
            _server?.Dispose();
            _server = null;
        }
    }

    public void Dispose()
    {
        StopServer();
        _world?.Dispose();
        Context?.Objects.Dispose();
        Store.Dispose();
    }

    private List<WireEndpoint> Endpoints()
    {
        var verifier = new SignatureVerifier(new KeyRing(Store, Context), Context);
        var bodies = new BodyBudget(BodyBudget.Default);
        var authorizer = new LakeObjectAuthorizer(World);

        // S3 is the last: its paths are anybody's, so it is taken to be meant where nothing tells.
        return
        [
            .. _services.Select(service => new ApiEndpoint(service, World.Of, Context.AccountId, verifier, bodies)),
            new S3Endpoint(Context.Objects, World.Of, verifier, authorizer, bodies),
        ];
    }

    /// <summary>Throws where the options name another region than the lake has.</summary>
    public void CheckAgainst(LocalLakeOptions options) => Check("region", options.Region, Context.Region);

    /// <summary>A lake keeps what it was made with: the first value given, or the default.</summary>
    private string Settle(string name, string? given, string byDefault, bool isKept = true)
    {
        var kept = Store.Read(session => session.Scalar<string>("SELECT value FROM lake_setting WHERE name = ?1", name))
            ?? Store.Write(session =>
            {
                session.Execute("INSERT INTO lake_setting (name, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING", name, given ?? byDefault);
                return session.Scalar<string>("SELECT value FROM lake_setting WHERE name = ?1", name)!;
            });
        if (isKept) Check(name, given, kept);
        return kept;
    }

    private static void Check(string name, string? given, string kept)
    {
        if (given is null || given == kept) return;
        throw new InvalidOperationException($"The lake was created with the {name} {kept} and cannot be opened with {given}.");
    }
}
