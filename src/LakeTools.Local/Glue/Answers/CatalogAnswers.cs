using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Context;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;

namespace LakeTools.Local.Glue.Answers;

/// <summary>Databases and tables as Glue answers them, cut to what the caller may see; and Glue's errors.</summary>
internal static class CatalogAnswers
{
    public static ApiException DatabaseNotFound(string name) => new("EntityNotFoundException", $"Database {name} not found.");

    public static ApiException TableNotFound() => new("EntityNotFoundException", "Entity Not Found");

    public static ApiException TableNotFound(string name) => new("EntityNotFoundException", $"Table {name} not found.");

    /// <summary>The call in the catalog that it names: the caller's own, or that of another account, which decides what of it is shared.
    /// </summary>
    public static ApiCall InCatalog(ApiCall call) => call.Input.Text("CatalogId") is not { } catalog || catalog == call.Lake.AccountId
        ? call : call.In(catalog) ?? throw NestedCatalogs.NotReached(call, catalog);

    /// <summary>The catalog that the call names must be the caller's own.</summary>
    public static void CheckCatalog(ApiCall call)
    {
        if (call.Input.Text("CatalogId") is { } catalog && catalog != call.Lake.AccountId)
            throw NestedCatalogs.NotReached(call, catalog);
    }

    /// <summary>
    /// A call may change only the caller's own catalog: another account's records are changed by that account. The error that AWS answers
    /// is not documented.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="catalog">The catalog that it names; null for the caller's own.</param>
    public static void RequireOwn(ApiCall call, string? catalog)
    {
        if (catalog is null || catalog == call.Lake.AccountId) return;
        throw call.In(catalog) is null ? NestedCatalogs.NotReached(call, catalog) : LakeFormationErrors.Denied();
    }

    /// <summary>A name as the catalog keeps it.</summary>
    public static string Fold(string name) => name.ToLowerInvariant();

    public static JsonObject ToWire(DatabaseRecord database, LakeContext lake)
    {
        var answer = database.Document.DeepClone().AsObject();
        answer["Name"] = database.Name;
        answer["CatalogId"] = lake.AccountId;
        answer["CreateTime"] = EpochTime.ToWire(database.Created);
        return answer;
    }

    /// <summary>The table with the columns that the caller may see.</summary>
    public static JsonObject ToWire(TableRecord table, LakeRights rights, ApiCall call)
    {
        var answer = table.Document.DeepClone().AsObject();
        answer["Name"] = table.Name;
        answer["DatabaseName"] = table.Database;
        answer["CatalogId"] = call.Lake.AccountId;
        answer["CreateTime"] = EpochTime.ToWire(table.Created);
        answer["UpdateTime"] = EpochTime.ToWire(table.Updated);
        answer["CreatedBy"] = table.CreatedBy;
        answer["VersionId"] = table.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        answer["IsRegisteredWithLakeFormation"] = Locations.Guards(call.Session, table.Location, rights);
        var visible = rights.VisibleColumns(table.Columns).ToHashSet(StringComparer.Ordinal);
        KeepColumns(answer["StorageDescriptor"] as JsonObject, "Columns", visible);
        KeepColumns(answer, "PartitionKeys", visible);
        if (!visible.IsSupersetOf(table.Columns)) KeepLayout(answer["StorageDescriptor"] as JsonObject, visible);
        AddDefaults(answer);
        return answer;
    }

    /// <summary>The members that Glue returns for every table, set or not.</summary>
    private static void AddDefaults(JsonObject table)
    {
        table["Retention"] ??= 0;
        if (table["StorageDescriptor"] is not JsonObject storage) return;
        storage["Compressed"] ??= false;
        storage["NumberOfBuckets"] ??= 0;
        storage["SortColumns"] ??= new JsonArray();
        storage["StoredAsSubDirectories"] ??= false;
    }

    /// <summary>
    /// Removes names of invisible columns from a StorageDescriptor's buckets, order and skew, and with a skewed column
    /// its values (lf-permissions-reference, SELECT: the metadata of the included columns alone).
    /// </summary>
    public static void KeepLayout(JsonObject? storage, IReadOnlySet<string> visible)
    {
        if (storage is null) return;
        bool IsShown(JsonNode? name) => name is not null && visible.Contains(Fold(name.GetValue<string>()));
        if (storage["BucketColumns"] is JsonArray buckets)
            storage["BucketColumns"] = buckets.Where(IsShown).Select(name => name!.GetValue<string>()).ToJsonArray();
        if (storage["SortColumns"] is JsonArray order)
            storage["SortColumns"] = order.Select(item => item!.AsObject()).Where(item => IsShown(item["Column"]))
                .Select(item => item.DeepClone().AsObject()).ToJsonArray();
        if (storage["SkewedInfo"] is JsonObject skew && (skew["SkewedColumnNames"] as JsonArray)?.All(IsShown) != true)
            storage.Remove("SkewedInfo");
    }

    /// <summary>Takes out of a list of columns what is not visible.</summary>
    public static void KeepColumns(JsonObject? owner, string member, IEnumerable<string> visible)
    {
        var kept = visible as HashSet<string> ?? visible.ToHashSet(StringComparer.Ordinal);
        if (owner?[member] is not JsonArray columns) return;
        for (var i = columns.Count - 1; i >= 0; i--)
            if (!kept.Contains(Fold(columns[i]!.AsObject().Required("Name")))) columns.RemoveAt(i);
    }
}
