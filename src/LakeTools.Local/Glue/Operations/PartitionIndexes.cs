using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;

namespace LakeTools.Local.Glue.Operations;

/// <summary>
/// CreatePartitionIndex, GetPartitionIndexes, DeletePartitionIndex. They are stored and returned; every list of partitions is
/// fast enough without.
/// </summary>
internal static class PartitionIndexes
{
    // A quota of Glue that cannot be raised.
    private const int MaxIndexes = 3;

    public static JsonObject Create(ApiCall call)
    {
        var (table, _) = TableOperations.Existing(call, call.Input.Required("TableName"), PermissionSet.Alter);
        Add(call, table, call.Input["PartitionIndex"]!.AsObject());
        return [];
    }

    /// <summary>Adds an index to a table.</summary>
    public static void Add(ApiCall call, TableRecord table, JsonObject index)
    {
        var (indexes, name) = (Of(call, table), index.Required("IndexName"));
        var keys = index.Texts("Keys")!.ConvertAll(CatalogAnswers.Fold);
        var known = table.Document.Items("PartitionKeys").Select(key => key.Required("Name")).ToList();
        if (keys.Find(key => !known.Contains(key)) is { } stranger)
            throw new ApiException("InvalidInputException", $"{stranger} is not a partition key of the table.");
        if (keys.Distinct().Count() < keys.Count) throw new ApiException("InvalidInputException", "A key can be in an index only once.");
        var present = indexes.All();
        if (present.Exists(other => other.Name == name)) throw new ApiException("AlreadyExistsException", $"Index {name} already exists.");
        if (present.Count == MaxIndexes)
            throw new ApiException("ResourceNumberLimitExceededException", $"A table can have at most {MaxIndexes} partition indexes.");
        indexes.Save(name, new JsonObject { ["Keys"] = keys.ToJsonArray() }, call.Lake.Clock.Now());
    }

    public static JsonObject GetAll(ApiCall call)
    {
        var (table, _) = TableOperations.Existing(call, call.Input.Required("TableName"), PermissionSet.Describe);
        // Glue accepts columns of one name; the keys of an index are partition keys.
        var types = table.RowColumns.Where(column => column.IsPartitionKey).DistinctBy(column => column.Name)
            .ToDictionary(column => column.Name, column => column.Type, StringComparer.Ordinal);
        return new JsonObject
        {
            ["PartitionIndexDescriptorList"] = Of(call, table).All().Select(index => new JsonObject
            {
                ["IndexName"] = index.Name,
                ["Keys"] = index.Document.Texts("Keys")!.Select(key =>
                    new JsonObject { ["Name"] = key, ["Type"] = types.GetValueOrDefault(key) }).ToJsonArray(),
                ["IndexStatus"] = "ACTIVE",
            }).ToJsonArray(),
        };
    }

    public static JsonObject Delete(ApiCall call)
    {
        var (table, _) = TableOperations.Existing(call, call.Input.Required("TableName"), PermissionSet.Alter);
        var name = call.Input.Required("IndexName");
        return Of(call, table).Remove(name) ? [] : throw new ApiException("EntityNotFoundException", $"Index {name} not found.");
    }

    private static PartStore Of(ApiCall call, TableRecord table) => new(call.Session, table.Database, table.Name, "index");
}
