using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;

namespace LakeTools.Local.Glue.Operations;

/// <summary>GetPartition, BatchGetPartition, GetPartitions. Their columns are cut as those of the table.</summary>
internal static class PartitionReading
{
    private const int DefaultPage = 100;

    public static JsonObject Get(ApiCall call)
    {
        var (table, rights, store) = Open(call);
        var partition = PartitionOperations.Existing(table, store, call.Input.Texts("PartitionValues")!);
        return new JsonObject { ["Partition"] = ToWire(partition, table, rights, call) };
    }

    /// <summary>Absent partitions are left out, as in AWS; UnprocessedKeys is for calls that grew too large.</summary>
    public static JsonObject BatchGet(ApiCall call)
    {
        if (TableOperations.IsThroughTwoLinks(call, call.Input.Required("TableName")))
            return new JsonObject { ["Partitions"] = new JsonArray(), ["UnprocessedKeys"] = new JsonArray() };
        var (table, rights, store) = Open(call);
        var found = call.Input.Items("PartitionsToGet")
            .Select(item => store.Find(PartitionOperations.Checked(table, item.Texts("Values")!)))
            .OfType<PartitionRecord>();
        return new JsonObject
        {
            ["Partitions"] = found.Select(partition => ToWire(partition, table, rights, call)).ToJsonArray(),
            ["UnprocessedKeys"] = new JsonArray(),
        };
    }

    public static JsonObject GetAll(ApiCall call)
    {
        if (TableOperations.IsThroughTwoLinks(call, call.Input.Required("TableName")))
            return new JsonObject { ["Partitions"] = new JsonArray() };
        var (table, rights, store) = Open(call);
        return Page(call, table, store, "Partitions", partition => ToWire(partition, table, rights, call));
    }

    /// <summary>A page of the partitions that the call's Expression and Segment ask for.</summary>
    internal static JsonObject Page(ApiCall call, TableRecord table, PartitionStore store, string member,
        Func<PartitionRecord, JsonObject> show)
    {
        var keys = table.Document.Items("PartitionKeys").Select(key => (key.Required("Name"), key.Text("Type") ?? "string")).ToList();
        var isAsked = call.Input.Text("Expression") is { } text && !string.IsNullOrWhiteSpace(text)
            ? PartitionExpression.Parse(text, keys) : null;
        var isInSegment = Segment(call.Input["Segment"] as JsonObject);
        var (page, next) = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage).Walk(
            store.After,
            partition => partition.Key,
            partition => isInSegment(partition.Key) && (isAsked is null || isAsked(partition.Values) == true)
                ? show(partition)
                : null);
        return new JsonObject { [member] = page }.With("NextToken", next);
    }

    private static (TableRecord Table, LakeRights Rights, PartitionStore Store) Open(ApiCall call)
    {
        var (table, rights) = TableOperations.Existing(call, call.Input.Required("TableName"), PermissionSet.Describe);
        return (table, rights, new PartitionStore(call.Session, table));
    }

    /// <summary>Segments part the keys among readers side by side; the same key is always in the same one.</summary>
    private static Func<string, bool> Segment(JsonObject? segment)
    {
        if (segment is null) return _ => true;
        var (number, total) = (segment.Number("SegmentNumber")!.Value, segment.Number("TotalSegments")!.Value);
        if (number >= total) throw new ApiException("InvalidInputException", "SegmentNumber must be less than TotalSegments.");
        return key => key.Aggregate(0u, (hash, character) => unchecked((hash * 31) + character)) % total == number;
    }

    internal static JsonObject ToWire(PartitionRecord partition, TableRecord table, LakeRights rights, ApiCall call)
    {
        var answer = partition.Document.DeepClone().AsObject();
        answer["Values"] = partition.Values.ToJsonArray();
        answer["DatabaseName"] = table.Database;
        answer["TableName"] = table.Name;
        answer["CatalogId"] = call.Lake.AccountId;
        answer["CreationTime"] = EpochTime.ToWire(partition.Created);
        if (answer["StorageDescriptor"] is not JsonObject storage) return answer;
        var shown = rights.VisibleColumns(table.Columns).ToHashSet(StringComparer.Ordinal);
        if (!shown.IsSupersetOf(table.Columns)) CatalogAnswers.KeepLayout(storage, shown);
        if (call.Input.Flag("ExcludeColumnSchema")) storage.Remove("Columns");
        else CatalogAnswers.KeepColumns(storage, "Columns", rights.VisibleColumns(PartitionColumns(storage, table)));
        return answer;
    }

    // A partition may keep columns that its table no longer has; rights are asked about all of them.
    private static IEnumerable<string> PartitionColumns(JsonObject storage, TableRecord table) =>
        storage.Items("Columns").Select(column => CatalogAnswers.Fold(column.Required("Name"))).Concat(table.Columns).Distinct();
}
