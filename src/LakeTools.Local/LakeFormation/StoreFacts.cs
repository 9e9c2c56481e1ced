using LakeTools.Core.Permissions;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Store;

namespace LakeTools.Local.LakeFormation;

/// <summary>What decisions must know, read from the lake's store within one transaction.</summary>
internal sealed class StoreFacts(StoreSession session, LakeContext lake) : ILakeFacts
{
    private readonly GrantStore _grants = new(session, lake.AccountId);
    private HashSet<string>? _administrators;
    private HashSet<string>? _readOnlyAdministrators;

    public string AccountId => lake.AccountId;

    public bool IsAdministrator(string principal, bool readOnly)
    {
        if (_administrators is null)
        {
            var settings = LakeSettings.Read(session, lake);
            _administrators = [.. LakeSettings.Principals(settings, "DataLakeAdmins")];
            _readOnlyAdministrators = [.. LakeSettings.Principals(settings, "ReadOnlyAdmins")];
        }

        return (readOnly ? _readOnlyAdministrators! : _administrators).Contains(principal);
    }

    public string? CreatorOf(LakeResource resource) => resource.Kind switch
    {
        ResourceKind.Database => CatalogStore.CreatorOfDatabase(session, resource.DatabaseName!),
        ResourceKind.Table => CatalogStore.CreatorOfTable(session, resource.DatabaseName!, resource.TableName!),
        _ => null,
    };

    public IReadOnlyList<LakeGrant> GrantsOn(LakeResource resource, IReadOnlyCollection<string> principals) =>
        _grants.Bearing(resource.Canonical(lake.AccountId), principals);

    public bool HasGrantInside(string database, IReadOnlyCollection<string> principals) => _grants.AnyInside(database, principals);

    public IReadOnlyList<LakeGrant> TagGrants(TaggedResourceType type, IReadOnlyCollection<string> principals) => [];

    public IReadOnlyDictionary<string, string> TagsOf(string database, string? table, string? column) => new Dictionary<string, string>();

    public IReadOnlyList<string> ColumnsOf(string database, string table) => CatalogStore.ColumnsOf(session, database, table);

    public DataFilterRule? FilterOf(string database, string table, string name) => null;

    public bool IsOptedIn(LakeResource resource, IReadOnlyCollection<string> principals) => false;
}
