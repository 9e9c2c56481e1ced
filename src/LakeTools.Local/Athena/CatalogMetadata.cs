using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Operations;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Athena;

/// <summary>
/// Databases and tables as Athena shows them: what Glue answers the caller, so what the caller may not see is not there.
/// </summary>
internal static class CatalogMetadata
{
    private const int DefaultPage = 50;

    public static JsonObject GetDatabase(ApiCall call)
    {
        var answer = Glue(call, new JsonObject { ["Name"] = call.Input.Required("DatabaseName") }, DatabaseOperations.Get);
        return new JsonObject { ["Database"] = Database(answer["Database"]!.AsObject()) };
    }

    public static JsonObject ListDatabases(ApiCall call)
    {
        var answer = Glue(call, Paged(call, []), DatabaseOperations.GetAll);
        return new JsonObject { ["DatabaseList"] = answer.Items("DatabaseList").Select(Database).ToJsonArray() }
            .With("NextToken", answer["NextToken"]?.DeepClone());
    }

    public static JsonObject GetTable(ApiCall call)
    {
        var answer = Glue(call, new JsonObject
        {
            ["DatabaseName"] = call.Input.Required("DatabaseName"),
            ["Name"] = call.Input.Required("TableName"),
        }, TableOperations.Get);
        return new JsonObject { ["TableMetadata"] = Table(answer["Table"]!.AsObject()) };
    }

    public static JsonObject ListTables(ApiCall call)
    {
        var answer = Glue(call, Paged(call, new JsonObject { ["DatabaseName"] = call.Input.Required("DatabaseName") }
            .With("Expression", call.Input["Expression"]?.DeepClone())), TableOperations.GetAll);
        return new JsonObject { ["TableMetadataList"] = answer.Items("TableList").Select(Table).ToJsonArray() }
            .With("NextToken", answer["NextToken"]?.DeepClone());
    }

    private static JsonObject Paged(ApiCall call, JsonObject input) => input
        .With("MaxResults", call.Input["MaxResults"]?.DeepClone() ?? DefaultPage)
        .With("NextToken", call.Input["NextToken"]?.DeepClone());

    private static JsonObject Glue(ApiCall call, JsonObject input, Func<ApiCall, JsonObject?> operation)
    {
        new WorkGroupStore(call).Existing(call.Input.Text("WorkGroup"));
        DataCatalogs.Require(call, call.Input.Required("CatalogName"));
        try
        {
            return operation(ResourceLinks.Enter(call with { Input = input }))!;
        }
        catch (ApiException error) when (error.Code is "EntityNotFoundException" or "AccessDeniedException" or "InvalidInputException")
        {
            // Athena says what the catalog says.
            throw new ApiException("MetadataException", error.Message);
        }
    }

    private static JsonObject Database(JsonObject database) => new JsonObject { ["Name"] = database["Name"]!.DeepClone() }
        .With("Description", database["Description"]?.DeepClone())
        .With("Parameters", database["Parameters"]?.DeepClone());

    private static JsonObject Table(JsonObject table)
    {
        var storage = table["StorageDescriptor"] as JsonObject;
        var parameters = table["Parameters"]?.DeepClone().AsObject() ?? [];
        parameters.With("location", storage?["Location"]?.DeepClone());
        parameters.With("inputformat", storage?["InputFormat"]?.DeepClone());
        parameters.With("outputformat", storage?["OutputFormat"]?.DeepClone());
        parameters.With("serde.serialization.lib", (storage?["SerdeInfo"] as JsonObject)?["SerializationLibrary"]?.DeepClone());
        return new JsonObject
        {
            ["Name"] = table["Name"]!.DeepClone(),
            ["Columns"] = (storage?.Items("Columns") ?? []).Select(Column).ToJsonArray(),
            ["PartitionKeys"] = table.Items("PartitionKeys").Select(Column).ToJsonArray(),
            ["Parameters"] = parameters,
        }
            .With("CreateTime", table["CreateTime"]?.DeepClone())
            .With("LastAccessTime", table["LastAccessTime"]?.DeepClone())
            .With("TableType", table["TableType"]?.DeepClone());
    }

    private static JsonObject Column(JsonObject column) => new JsonObject { ["Name"] = column["Name"]!.DeepClone() }
        .With("Type", column["Type"]?.DeepClone())
        .With("Comment", column["Comment"]?.DeepClone());
}
