using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.Glue.Operations;

/// <summary>Partitions, one at a time or many: a caller who sees the table sees them, and changing them needs ALTER on the table.</summary>
internal static class PartitionOperations
{
    public static JsonObject Create(ApiCall call)
    {
        var (table, store) = Open(call, PermissionSet.Alter);
        Add(call, table, store, call.Input["PartitionInput"]!.AsObject());
        return [];
    }

    public static JsonObject BatchCreate(ApiCall call)
    {
        var (table, store) = Open(call, PermissionSet.Alter);
        return Each(call.Input.Items("PartitionInputList"), input => Add(call, table, store, input), "PartitionValues", input =>
            input["Values"]);
    }

    public static JsonObject Update(ApiCall call)
    {
        var (table, store) = Open(call, PermissionSet.Alter);
        Replace(call, table, store, call.Input);
        return [];
    }

    public static JsonObject BatchUpdate(ApiCall call)
    {
        var (table, store) = Open(call, PermissionSet.Alter);
        return Each(call.Input.Items("Entries"), entry => Replace(call, table, store, entry), "PartitionValueList", entry =>
            entry["PartitionValueList"]);
    }

    public static JsonObject Delete(ApiCall call)
    {
        var (table, store) = Open(call, PermissionSet.Alter);
        Remove(call, table, store, call.Input.Texts("PartitionValues")!);
        return [];
    }

    public static JsonObject BatchDelete(ApiCall call)
    {
        var (table, store) = Open(call, PermissionSet.Alter);
        return Each(
            call.Input.Items("PartitionsToDelete"),
            item => Remove(call, table, store, item.Texts("Values")!),
            "PartitionValues",
            item => item["Values"]);
    }

    private static (TableRecord Table, PartitionStore Store) Open(ApiCall call, PermissionSet permission)
    {
        var (table, _) = TableOperations.Existing(call, call.Input.Required("TableName"), permission);
        return (table, new PartitionStore(call.Session, table));
    }

    private static void Add(ApiCall call, TableRecord table, PartitionStore store, JsonObject input)
    {
        var values = Checked(table, input.Texts("Values") ?? []);
        new LakeGuard(call).RequireLocations(StorageLocations.Of(input), table.Location);
        if (store.Find(values) is not null) throw new ApiException("AlreadyExistsException", "Partition already exists.");
        Save(store, values, input, call.Lake.Clock.Now());
    }

    private static void Replace(ApiCall call, TableRecord table, PartitionStore store, JsonObject entry)
    {
        var former = Existing(table, store, entry.Texts("PartitionValueList")!);
        var input = entry["PartitionInput"]!.AsObject();
        // API reference: PartitionInput is invalid without Values, and UpdatePartition cannot change them.
        var values = Checked(table, input.Texts("Values") ?? []);
        if (PartitionStore.KeyOf(values) != former.Key) throw new ApiException("InvalidInputException",
            "The values of a partition cannot be changed. Delete the partition, and create it again with other values.");
        new LakeGuard(call).RequireLocations(
            StorageLocations.Of(input).Except(StorageLocations.Of(former.Document), S3Location.SamePlace), table.Location);
        store.Remove(former);
        Save(store, values, input, former.Created);
    }

    private static void Remove(ApiCall call, TableRecord table, PartitionStore store, IReadOnlyList<string> values)
    {
        var partition = Existing(table, store, values);
        ColumnStatistics.Forget(call.Session, table, partition.Key);
        store.Remove(partition);
    }

    private static void Save(PartitionStore store, IReadOnlyList<string> values, JsonObject input, long created)
    {
        SchemaReferences.Check(input);
        var document = input.DeepClone().AsObject();
        document.Remove("Values");
        store.Save(new PartitionRecord(PartitionStore.KeyOf(values), values, document, created));
    }

    /// <summary>The values as they came, where there is one for each partition key.</summary>
    internal static IReadOnlyList<string> Checked(TableRecord table, IReadOnlyList<string> values) =>
        values.Count == table.Document.Items("PartitionKeys").Count() ? values
            : throw new ApiException("InvalidInputException", "The number of partition keys do not match the number of partition values");

    internal static PartitionRecord Existing(TableRecord table, PartitionStore store, IReadOnlyList<string> values) =>
        store.Find(Checked(table, values)) ?? throw new ApiException("EntityNotFoundException", "Cannot find partition.");

    /// <summary>Does each on its own; each failure is returned.</summary>
    private static JsonObject Each(IEnumerable<JsonObject> items, Action<JsonObject> act, string member, Func<JsonObject, JsonNode?> values)
    {
        var errors = new JsonArray();
        foreach (var item in items)
        {
            try
            {
                act(item);
            }
            catch (ApiException error)
            {
                errors.Add(new JsonObject
                {
                    [member] = values(item)?.DeepClone(),
                    ["ErrorDetail"] = new JsonObject { ["ErrorCode"] = error.Code, ["ErrorMessage"] = error.Message },
                });
            }
        }

        return new JsonObject { ["Errors"] = errors };
    }
}
