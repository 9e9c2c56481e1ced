using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;

namespace LakeTools.Local.Glue.Records;

/// <summary>
/// Catalogs: the account's own, and records of others (federated, Redshift), in which nothing can be made here.
/// </summary>
internal static class CatalogOperations
{
    public static JsonObject Create(ApiCall call)
    {
        if (!new LakeGuard(call).Decision.OnCatalog().Allows(PermissionSet.CreateCatalog))
            throw new ApiException("AccessDeniedException",
                "Insufficient Lake Formation permission(s): Required Create Catalog on Catalog");
        var document = new JsonObject
        {
            [NestedCatalogs.Creator] = call.Caller.PrincipalArn,
            [NestedCatalogs.Given] = call.Input["CatalogInput"]!.DeepClone(),
        };
        Catalogs(call).Add(call.Input.Required("Name"), document, call.Input["Tags"] as JsonObject);
        return [];
    }

    public static JsonObject Get(ApiCall call) => new()
    {
        ["Catalog"] = call.Input.Required("CatalogId") == call.Lake.AccountId ? Root(call) : ToWire(call, Existing(call)),
    };

    public static JsonObject GetAll(ApiCall call)
    {
        var parent = call.Input.Text("ParentCatalogId") ?? call.Lake.AccountId;
        if (parent != call.Lake.AccountId)
        {
            Existing(call, parent);
            return new JsonObject { ["CatalogList"] = new JsonArray() };
        }

        // None of them has databases here.
        var hasDatabases = call.Input.Flag("HasDatabases");
        var (page, next) = Catalogs(call).Page(catalog =>
            !hasDatabases && NestedCatalogs.IsKnown(call, catalog) ? ToWire(call, catalog) : null);
        if (call.Input.Flag("IncludeRoot") && string.IsNullOrEmpty(call.Input.Text("NextToken"))) page.Insert(0, Root(call));
        return new JsonObject { ["CatalogList"] = page }.With("NextToken", next);
    }

    public static JsonObject Update(ApiCall call)
    {
        var catalog = Existing(call);
        NestedCatalogs.Require(call, catalog, PermissionSet.Alter);
        catalog.Document[NestedCatalogs.Given] = call.Input["CatalogInput"]!.DeepClone();
        Catalogs(call).Save(catalog);
        return [];
    }

    public static JsonObject Delete(ApiCall call)
    {
        var catalog = Existing(call);
        NestedCatalogs.Require(call, catalog, PermissionSet.Drop);
        Catalogs(call).Remove(catalog.Name);
        new GrantStore(call.Session, call.Lake.AccountId).ForgetCatalog(NestedCatalogs.IdOf(call, catalog.Name));
        return [];
    }

    private static RecordStore Catalogs(ApiCall call) => new(call, NestedCatalogs.Kind);

    private static GlueRecord Existing(ApiCall call) => Existing(call, call.Input.Required("CatalogId"));

    // By its name, or by the id that follows from it: 123456789012:name.
    private static GlueRecord Existing(ApiCall call, string id)
    {
        return Catalogs(call).Find(NestedCatalogs.NameOf(call, id)) is { } catalog && NestedCatalogs.IsKnown(call, catalog)
            ? catalog : throw Catalogs(call).NotFound(id);
    }

    private static JsonObject Root(ApiCall call)
    {
        var settings = LakeSettings.Read(call.Session, call.Lake);
        return new JsonObject
        {
            ["CatalogId"] = call.Lake.AccountId,
            ["Name"] = call.Lake.AccountId,
            ["ResourceArn"] = $"arn:aws:glue:{call.Lake.Region}:{call.Lake.AccountId}:catalog",
            ["CreateDatabaseDefaultPermissions"] = settings["CreateDatabaseDefaultPermissions"]?.DeepClone(),
            ["CreateTableDefaultPermissions"] = settings["CreateTableDefaultPermissions"]?.DeepClone(),
        };
    }

    private static JsonObject ToWire(ApiCall call, GlueRecord catalog)
    {
        var answer = catalog.Document[NestedCatalogs.Given]!.DeepClone().AsObject();
        answer.Remove("OverwriteChildResourcePermissionsWithDefault");
        answer["Name"] = catalog.Name;
        answer["CatalogId"] = NestedCatalogs.IdOf(call, catalog.Name);
        answer["ResourceArn"] = $"arn:aws:glue:{call.Lake.Region}:{call.Lake.AccountId}:catalog/{catalog.Name}";
        answer["CreateTime"] = EpochTime.ToWire(catalog.Created);
        answer["UpdateTime"] = EpochTime.ToWire(catalog.Updated);
        return answer;
    }
}
