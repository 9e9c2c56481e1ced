using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;

namespace LakeTools.Local.Glue.Operations;

/// <summary>
/// The requests of a query engine that filters columns and rows itself: the whole table or its partitions, and the caller's visible part.
/// An engine that cannot filter as the caller's access needs is refused.
/// </summary>
internal static class UnfilteredReading
{
    public static JsonObject GetTable(ApiCall call)
    {
        var (table, rights) = Open(call, "Name");
        var cells = new CellAccess(rights, table.Columns);
        return new JsonObject
        {
            ["Table"] = CatalogAnswers.ToWire(table, Whole(rights), call),
            ["AuthorizedColumns"] = cells.Columns.ToJsonArray(),
            ["IsRegisteredWithLakeFormation"] = Locations.Guards(call.Session, table.Location, rights),
            ["Permissions"] = (rights.Permissions | PermissionSet.Select).Names().ToJsonArray(),
        }
        .With("CellFilters", rights.Filters.Count == 0
            ? null : cells.Filters.Select(filter =>
            new JsonObject { ["ColumnName"] = filter.Column, ["RowFilterExpression"] = filter.Expression }).ToJsonArray())
        .With("RowFilter", cells.RowFilter);
    }

    public static JsonObject GetPartition(ApiCall call)
    {
        var (table, rights) = Open(call, "TableName");
        var store = new PartitionStore(call.Session, table);
        return ToWire(call, table, rights)(PartitionOperations.Existing(table, store, call.Input.Texts("PartitionValues")!));
    }

    public static JsonObject GetPartitions(ApiCall call)
    {
        var (table, rights) = Open(call, "TableName");
        return PartitionReading.Page(call, table, new PartitionStore(call.Session, table), "UnfilteredPartitions",
            ToWire(call, table, rights));
    }

    private static (TableRecord Table, LakeRights Rights) Open(ApiCall call, string member)
    {
        var (table, rights) = TableOperations.Existing(call, call.Input.Required(member), PermissionSet.Select);
        if (rights.NeededPermissionType is { } needed && !call.Input.Texts("SupportedPermissionTypes")!.Contains(needed))
            throw new ApiException("PermissionTypeMismatchException", $"The engine does not support {needed}.");
        EngineGate.Require(call, rights);
        return (table, rights);
    }

    private static Func<PartitionRecord, JsonObject> ToWire(ApiCall call, TableRecord table, LakeRights rights)
    {
        var columns = new CellAccess(rights, table.Columns).Columns;
        var isRegistered = Locations.Guards(call.Session, table.Location, rights);
        return partition => new JsonObject
        {
            ["Partition"] = PartitionReading.ToWire(partition, table, Whole(rights), call),
            ["AuthorizedColumns"] = columns.ToJsonArray(),
            ["IsRegisteredWithLakeFormation"] = isRegistered,
        };
    }

    private static LakeRights Whole(LakeRights rights) => rights with { Permissions = rights.Permissions | PermissionSet.Select };
}
