using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.Glue.Operations;

/// <summary>CreateDatabase, GetDatabase, GetDatabases, UpdateDatabase, DeleteDatabase.</summary>
internal static class DatabaseOperations
{
    /// <summary>The member that says what new tables of a database, or of a lake's new databases, are open to.</summary>
    public const string TableDefaults = "CreateTableDefaultPermissions";

    private const int DefaultPage = 100;

    public static JsonObject Create(ApiCall call)
    {
        var input = call.Input["DatabaseInput"]!.AsObject();
        var name = CatalogAnswers.Fold(input.Required("Name"));
        var guard = new LakeGuard(call);
        guard.RequireCreateDatabase();
        CheckDefaults(input);
        guard.RequireLocations(Places(input));
        if (CatalogStore.HasDatabase(call.Session, name)) throw new ApiException("AlreadyExistsException", "Database already exists.");
        if (input["TargetDatabase"] is JsonObject link && link.Text("DatabaseName") is null)
            throw new ApiException("InvalidInputException", "TargetDatabase must have a DatabaseName.");
        var document = Document(input);

        // The lake's settings apply if the call sets no value: the defaults of future tables are stored with the database, the
        // defaults of the database itself are granted now.
        var settings = LakeSettings.Read(call.Session, call.Lake);
        document[TableDefaults] ??= settings[TableDefaults]!.DeepClone();
        CatalogStore.Save(call.Session, new DatabaseRecord(name, document, call.Caller.PrincipalArn, call.Lake.Clock.Now()));
        CatalogTags.Put(call, $"database/{name}", call.Input["Tags"] as JsonObject);
        GrantDefaults(call, settings, "CreateDatabaseDefaultPermissions", LakeResource.Database(name, call.Lake.AccountId));
        return [];
    }

    public static JsonObject Get(ApiCall call)
    {
        var database = Existing(call, call.Input.Required("Name"), PermissionSet.Describe, isFollowed: false);
        return new JsonObject { ["Database"] = ResourceLinks.Show(call, new LakeGuard(call), database) };
    }

    public static JsonObject GetAll(ApiCall call)
    {
        var catalogs = new SharedCatalogs(call);
        var onlyFederated = catalogs.Type == "FEDERATED";
        var (page, next) = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage).Walk(
            (after, count) => catalogs.After(after, count, (there, name, most) => CatalogStore.DatabasesAfter(there.Session, name, most)),
            found => catalogs.PlaceOf(found.Call, found.Item.Name),
            found => (!onlyFederated || found.Item.Document["FederatedDatabase"] is not null)
                && found.Guard.Decision.OnDatabase(found.Item.Name).IsVisible
                ? Attributes(call, ResourceLinks.Show(found.Call, found.Guard, found.Item)) : null);
        return new JsonObject { ["DatabaseList"] = page }.With("NextToken", next);
    }

    /// <summary>The members of a database that GetDatabases asks for; NAME must be among them (API reference).</summary>
    private static JsonObject Attributes(ApiCall call, JsonObject database)
    {
        if (call.Input.Texts("AttributesToGet") is not { } wanted) return database;
        if (!wanted.Contains("NAME")) throw new ApiException("InvalidInputException", "AttributesToGet must include NAME.");
        var shown = new JsonObject { ["Name"] = database["Name"]?.DeepClone(), ["CatalogId"] = database["CatalogId"]?.DeepClone() };
        return wanted.Contains("TARGET_DATABASE") ? shown.With("TargetDatabase", database["TargetDatabase"]?.DeepClone()) : shown;
    }

    public static JsonObject Update(ApiCall call)
    {
        var database = Existing(call, call.Input.Required("Name"), PermissionSet.Alter);
        var input = call.Input["DatabaseInput"]!.AsObject();
        if (CatalogAnswers.Fold(input.Required("Name")) != CatalogAnswers.Fold(call.Input.Required("Name")))
            throw new ApiException("InvalidInputException", "Database name cannot be changed.");
        var named = CatalogStore.FindDatabase(call.Session, CatalogAnswers.Fold(call.Input.Required("Name")));
        if (!ResourceLinks.KeepsTarget(call, input, named)) throw ResourceLinks.FixedTarget();
        new LakeGuard(call).RequireLocations(Places(input).Except(Places(database.Document), S3Location.SamePlace));
        CheckDefaults(input);
        RequireDefaults(call, database, input);
        var document = Document(input);
        // If a link was followed, the target is changed and does not become a link itself.
        document.Remove("TargetDatabase");
        document[TableDefaults] ??= database.Document[TableDefaults]?.DeepClone();
        CatalogStore.Save(call.Session, database with { Document = document });
        return [];
    }

    /// <summary>
    /// Drops a database with all its tables, also those of other creators, as documented (developer guide, lf-permissions-reference, DROP:
    /// dropping a database drops all tables in it). Their grants are removed as well.
    /// </summary>
    public static JsonObject Delete(ApiCall call)
    {
        var database = Existing(call, call.Input.Required("Name"), PermissionSet.Drop, isFollowed: false);
        CatalogStore.RemoveDatabase(call.Session, database.Name);
        CatalogRecords.ForgetDatabase(call, database.Name);
        CatalogTags.Forget(call, $"database/{database.Name}");
        return [];
    }

    /// <summary>Grants what a list of default permissions says.</summary>
    public static void GrantDefaults(ApiCall call, JsonObject owner, string member, LakeResource resource)
    {
        var store = new GrantStore(call.Session, call.Lake.AccountId);
        foreach (var entry in owner.Items(member))
        {
            var permissions = PermissionNames.Parse(entry.Texts("Permissions")) & PermissionRules.Taken(resource);
            if (permissions == PermissionSet.None) continue;
            store.Add(new LakeGrant(entry["Principal"]!.AsObject().Required("DataLakePrincipalIdentifier"), resource, permissions),
                call.Lake.Clock.Now(), call.Caller.PrincipalArn);
        }
    }

    /// <summary>The database, if the caller may use it so. A caller who may not see it is refused whether it exists or not.</summary>
    internal static DatabaseRecord Existing(ApiCall call, string given, PermissionSet permission, bool isFollowed = true)
    {
        var guard = new LakeGuard(call);
        var name = CatalogAnswers.Fold(given);
        if (isFollowed) name = ResourceLinks.DatabaseOf(call, guard, name);
        var database = CatalogStore.FindDatabase(call.Session, name);
        if (database is null && guard.Decision.OnDatabase(name).IsVisible) throw CatalogAnswers.DatabaseNotFound(given);
        guard.RequireDatabase(name, permission);
        return database ?? throw CatalogAnswers.DatabaseNotFound(given);
    }

    /// <summary>
    /// A database opens its new tables to IAM or to no principal: as for the settings, the only principal is IAM_ALLOWED_PRINCIPALS (API
    /// reference, DataLakeSettings; that it holds for a database is undocumented).
    /// </summary>
    private static void CheckDefaults(JsonObject input)
    {
        foreach (var entry in input.Items(TableDefaults))
            if ((entry["Principal"] as JsonObject)?.Text("DataLakePrincipalIdentifier") != LakePrincipal.IamAllowedPrincipalsId)
                throw new ApiException("InvalidInputException",
                    $"{TableDefaults} can have only the principal {LakePrincipal.IamAllowedPrincipalsId}.");
    }

    /// <summary>
    /// A database's defaults for new tables are in effect a grant on tables of other creators: its creator and administrators change them.
    /// It is undocumented that ALTER alone is not enough.
    /// </summary>
    private static void RequireDefaults(ApiCall call, DatabaseRecord database, JsonObject input)
    {
        if (input[TableDefaults] is not { } given || database.Creator == call.Caller.PrincipalArn) return;
        if (!JsonNode.DeepEquals(given, database.Document[TableDefaults] ?? new JsonArray())) LakeGuard.RequireAdministrator(call);
    }

    private static string[] Places(JsonObject database) => database.Text("LocationUri") is { } location ? [location] : [];

    private static JsonObject Document(JsonObject input)
    {
        var document = input.DeepClone().AsObject();
        document.Remove("Name");
        return document;
    }
}
