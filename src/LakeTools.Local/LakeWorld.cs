using LakeTools.Local.Api;
using LakeTools.Local.Context;
using LakeTools.Local.Services;
using LakeTools.Local.Store;

namespace LakeTools.Local;

/// <summary>
/// The accounts of one lake. Each has a catalog, grants, settings, roles, secrets and jobs of its own; buckets and keys are the lake's,
/// since their names are everybody's. Another process may add an account at any time.
/// </summary>
internal sealed class LakeWorld : ILakeWorld, IDisposable
{
    private const string OrganizationSetting = "organization/";

    private readonly object _gate = new();
    private readonly LakeStore _store;
    private readonly LakeContext _first;
    private readonly Dictionary<string, LakeAccount> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (LakeStore Store, LakeContext Context)> _known = new(StringComparer.Ordinal);

    /// <summary>Makes the world of a lake that is being opened.</summary>
    /// <param name="store">The lake's store.</param>
    /// <param name="first">The context of the first account's services, without this world.</param>
    public LakeWorld(LakeStore store, LakeContext first)
    {
        _store = store;
        _first = first with { World = this };
        _known[first.AccountId] = (store, _first);
    }

    /// <summary>Opens an account for calls, and adds it to the lake where it is not there yet. Not to be called in a transaction.</summary>
    /// <param name="accountId">Twelve digits.</param>
    /// <exception cref="ReadOnlyLakeException">It is not there, and nothing can be written.</exception>
    public LakeAccount Of(string accountId) => Open(accountId, LakeServices.Create);

    /// <summary>Opens the first account.</summary>
    /// <param name="services">Its services.</param>
    public LakeAccount OpenFirst(IReadOnlyList<JsonApi> services) => Open(_first.AccountId, () => services);

    /// <inheritdoc/>
    public LakeContext? Find(StoreSession session, string accountId) =>
        IsThere(session, accountId) ? Known(accountId).Context : null;

    /// <inheritdoc/>
    public IReadOnlyList<LakeContext> All(StoreSession session) =>
        [_first, .. LakeStore.OtherAccounts(session).Select(id => Known(id).Context)];

    /// <inheritdoc/>
    public IReadOnlyList<string> OrganizationsOf(StoreSession session, string accountId) =>
        session.Scalar<string>("SELECT value FROM lake_setting WHERE name = ?1", OrganizationSetting + accountId) is { } kept
            ? StoredJson.Texts(kept) : [];

    /// <summary>Says to which organization an account belongs, and which units hold it.</summary>
    /// <param name="accountId">Twelve digits.</param>
    /// <param name="organizations">ARNs of AWS Organizations; none takes it out.</param>
    public void PutOrganizations(string accountId, IReadOnlyList<string> organizations)
    {
        if (_store.Read(session => OrganizationsOf(session, accountId)).SequenceEqual(organizations)) return;
        _store.Write(session => session.Execute(
            "INSERT INTO lake_setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
            OrganizationSetting + accountId, StoredJson.Write(organizations)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
            foreach (var service in _open.Values.SelectMany(account => account.Services.Values)) service.Dispose();
    }

    private bool IsThere(StoreSession session, string accountId) =>
        accountId == _first.AccountId || LakeStore.OtherAccounts(session).Contains(accountId);

    private LakeAccount Open(string accountId, Func<IReadOnlyList<JsonApi>> services)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(accountId, out var open)) return open;
            if (!_store.Read(session => IsThere(session, accountId))) _store.Add(accountId);
            var (store, context) = Known(accountId);
            open = new LakeAccount(store, context, services().ToDictionary(service => service.Service, StringComparer.Ordinal));
            if (!store.IsReadOnly)
                foreach (var service in open.Services.Values) service.Opened(store, context);
            return _open[accountId] = open;
        }
    }

    private (LakeStore Store, LakeContext Context) Known(string accountId)
    {
        lock (_known)
        {
            if (_known.TryGetValue(accountId, out var known)) return known;
            var store = _store.Of(accountId);
            return _known[accountId] = (store, _first with { AccountId = accountId, Tables = store.Tables });
        }
    }
}
