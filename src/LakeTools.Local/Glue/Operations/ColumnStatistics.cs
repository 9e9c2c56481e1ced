using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;

namespace LakeTools.Local.Glue.Operations;

/// <summary>
/// Statistics of columns, of a table or of one partition. The least and greatest value tell of the data, so who reads them must hold SELECT
/// on all rows of the column; writing them asks for ALTER.
/// </summary>
internal static class ColumnStatistics
{
    private const string Kind = "statistics";

    public static JsonObject Get(ApiCall call)
    {
        var (table, rights, store) = Open(call, PermissionSet.Select);
        var (found, errors) = (new JsonArray(), new JsonArray());
        foreach (var given in call.Input.Texts("ColumnNames")!)
        {
            var name = CatalogAnswers.Fold(given);
            var isReadable = rights.SelectsAll || rights.SelectableColumns?.Contains(name) != false;
            if (isReadable && table.Columns.Contains(name) && store.Find(name) is { } record) found.Add(record.Document);
            else errors.Add(new JsonObject { ["ColumnName"] = given, ["Error"] = NotFound(given) });
        }

        return new JsonObject { ["ColumnStatisticsList"] = found, ["Errors"] = errors };
    }

    public static JsonObject Update(ApiCall call)
    {
        var (table, _, store) = Open(call, PermissionSet.Alter);
        var errors = new JsonArray();
        foreach (var item in call.Input.Items("ColumnStatisticsList"))
        {
            var name = CatalogAnswers.Fold(item.Required("ColumnName"));
            var fault = !table.Columns.Contains(name) ? NotFound(name) : Fault(item);
            if (fault is not null)
            {
                errors.Add(new JsonObject { ["ColumnStatistics"] = item.DeepClone(), ["Error"] = fault });
                continue;
            }

            var document = item.DeepClone().AsObject();
            document["ColumnName"] = name;
            store.Save(name, document, call.Lake.Clock.Now());
        }

        return new JsonObject { ["Errors"] = errors };
    }

    public static JsonObject Delete(ApiCall call)
    {
        var (_, _, store) = Open(call, PermissionSet.Alter);
        var name = call.Input.Required("ColumnName");
        return store.Remove(CatalogAnswers.Fold(name))
            ? [] : throw new ApiException("EntityNotFoundException", $"Statistics of column {name} not found.");
    }

    /// <summary>Statistics of a partition go with it.</summary>
    public static void Forget(StoreSession session, TableRecord table, string partition) => OfPartition(session, table, partition).Clear();

    private static PartStore OfPartition(StoreSession session, TableRecord table, string partition) =>
        new(session, table.Database, table.Name, $"{Kind}/{partition}");

    private static (TableRecord Table, LakeRights Rights, PartStore Store) Open(ApiCall call, PermissionSet permission)
    {
        var (table, rights) = TableOperations.Existing(call, call.Input.Required("TableName"), permission);
        if (call.Input.Texts("PartitionValues") is not { } values)
            return (table, rights, new PartStore(call.Session, table.Database, table.Name, Kind));
        var partition = PartitionOperations.Existing(table, new PartitionStore(call.Session, table), values);
        return (table, rights, OfPartition(call.Session, table, partition.Key));
    }

    private static JsonObject? Fault(JsonObject item)
    {
        var data = item["StatisticsData"]!.AsObject();
        var type = data.Required("Type");
        return data[type[0] + type[1..].ToLowerInvariant() + "ColumnStatisticsData"] is JsonObject ? null
            : Error("InvalidInputException", $"Statistics of type {type} are missing.");
    }

    private static JsonObject NotFound(string column) => Error("EntityNotFoundException", $"Statistics of column {column} not found.");

    private static JsonObject Error(string code, string message) => new() { ["ErrorCode"] = code, ["ErrorMessage"] = message };
}
