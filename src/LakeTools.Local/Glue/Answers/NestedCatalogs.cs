using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.Glue.Answers;

/// <summary>
/// The rights on records of catalogs besides the account's own: administrators have all (undocumented), others have their
/// grants, and the creator of a catalog has all its permissions.
/// </summary>
internal static class NestedCatalogs
{
    /// <summary>The member of a record that names its maker.</summary>
    public const string Creator = CatalogStore.CatalogCreator;

    /// <summary>The member of a record that is the CatalogInput.</summary>
    public const string Given = "Given";

    /// <summary>The kind of these records.</summary>
    public const string Kind = CatalogStore.CatalogKind;

    /// <summary>The id of a catalog, as grants name it: 123456789012:name.</summary>
    public static string IdOf(ApiCall call, string name) => $"{call.Lake.AccountId}:{name}";

    /// <summary>The name in an id, or the name itself.</summary>
    public static string NameOf(ApiCall call, string id)
    {
        var own = IdOf(call, "");
        return id.StartsWith(own, StringComparison.Ordinal) ? id[own.Length..] : id;
    }

    /// <summary>
    /// Refuses access to the contents of a catalog besides the account's own: they are in another source, and here there is none. A caller
    /// who may see the catalog gets this error; for others the catalog does not exist.
    /// </summary>
    public static ApiException NotReached(ApiCall call, string id) => Exists(call, id) && new LakeGuard(call).Decision is var decision
        && (decision.IsAdministrator || decision.On(LakeResource.Catalog(id)).IsVisible)
        ? new ApiException("FederationSourceException",
            $"The embedded lake does not reach the source of the catalog {NameOf(call, id)}: it has no databases and tables of it.")
        : new ApiException("EntityNotFoundException", $"Catalog {id} not found.");

    /// <summary>
    /// Whether there is a catalog of an id. A federated catalog holds others, such as the table buckets of S3 Tables: which ones, its
    /// source knows, so each is taken here.
    /// </summary>
    public static bool Exists(ApiCall call, string id)
    {
        var name = NameOf(call, id);
        if (IdOf(call, name) != id) return false;
        var catalogs = new RecordStore(call, Kind);
        return catalogs.Find(name) is not null
            || (name.Split('/') is [{ Length: > 0 } parent, { Length: > 0 }]
                && catalogs.Find(parent)?.Document[Given]?["FederatedCatalog"] is not null);
    }

    /// <summary>Whether the caller knows of a catalog.</summary>
    public static bool IsKnown(ApiCall call, GlueRecord catalog) => Rights(call, catalog).IsVisible;

    /// <summary>Refuses what the caller may not do with a catalog that it knows of.</summary>
    public static void Require(ApiCall call, GlueRecord catalog, PermissionSet permission)
    {
        if (!new LakeGuard(call).Decision.IsAdministrator && !Rights(call, catalog).Allows(permission))
            throw new ApiException("AccessDeniedException",
                $"Insufficient Lake Formation permission(s): Required {permission} on {catalog.Name}");
    }

    private static LakeRights Rights(ApiCall call, GlueRecord catalog) =>
        new LakeGuard(call).Decision.On(LakeResource.Catalog(IdOf(call, catalog.Name)));
}
