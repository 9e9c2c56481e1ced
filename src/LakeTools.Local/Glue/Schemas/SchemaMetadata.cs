using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Schemas;

/// <summary>PutSchemaVersionMetadata, QuerySchemaVersionMetadata, RemoveSchemaVersionMetadata. A key may have several values.</summary>
internal static class SchemaMetadata
{
    private const int MaxPairs = 10;
    private const int DefaultPage = 50;
    private const string Key = "MetadataKey";
    private const string Value = "MetadataValue";
    private const string Created = "Created";

    public static JsonObject Put(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var version = registry.VersionOf();
        var (key, value) = Pair(call.Input["MetadataKeyValue"]!.AsObject());
        var pairs = version.Document["Metadata"]!.AsArray();
        if (Find(version, key, value) is not null)
        {
            throw new ApiException("AlreadyExistsException", "Resource already exist for schema version id: "
                + $"{version.Document.Text("Id")}, metadata key: {key}, metadata value: {value}");
        }

        if (pairs.Count >= MaxPairs)
        {
            throw new ApiException("ResourceNumberLimitExceededException",
                "Your resource limits for Schema Version Metadata have been exceeded.");
        }

        pairs.Add(new JsonObject { [Key] = key, [Value] = value, [Created] = call.Lake.Clock.Now() });
        registry.Versions.Save(version);
        return Answer(call, key, value);
    }

    public static JsonObject Remove(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var version = registry.VersionOf();
        var (key, value) = Pair(call.Input["MetadataKeyValue"]!.AsObject());
        var pair = Find(version, key, value) ?? throw SchemaRegistry.NotFound("Schema version metadata is not found. SchemaVersionId: "
            + $"{version.Document.Text("Id")}, metadata key: {key}, metadata value: {value}");
        version.Document["Metadata"]!.AsArray().Remove(pair);
        registry.Versions.Save(version);
        return Answer(call, key, value);
    }

    public static JsonObject Query(ApiCall call)
    {
        var version = new SchemaRegistry(call).VersionOf();
        var wanted = call.Input.Items("MetadataList").Select(Pair).ToList();
        var keys = version.Document.Items("Metadata")
            .Where(pair => wanted.Count == 0 || wanted.Contains((pair.Text(Key), pair.Text(Value)))
                || wanted.Exists(one => one.Value is null && one.Key == pair.Text(Key)))
            .GroupBy(pair => pair.Text(Key)!, StringComparer.Ordinal)
            .OrderBy(key => key.Key, StringComparer.Ordinal).ToList();
        var page = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage);
        var (shown, next) = page.Cut(
            keys.Where(key => string.CompareOrdinal(key.Key, page.After) > 0).Take(page.Size + 1).ToList(), key => key.Key);
        var map = new JsonObject();
        foreach (var key in shown)
        {
            var values = key.Select(Shown).ToList();
            map[key.Key] = values[0];
            if (values.Count > 1) values[0]["OtherMetadataValueList"] = values.Skip(1).ToJsonArray();
        }

        return new JsonObject { ["MetadataInfoMap"] = map, ["SchemaVersionId"] = version.Document.Text("Id") }.With("NextToken", next);
    }

    private static JsonObject Shown(JsonObject pair) =>
        new() { [Value] = pair.Text(Value), ["CreatedTime"] = SchemaTimes.Text(pair.Number(Created)!.Value) };

    private static (string? Key, string? Value) Pair(JsonObject pair) => (pair.Text(Key), pair.Text(Value));

    private static JsonObject? Find(GlueRecord version, string? key, string? value)
    {
        if (key is null || value is null) throw SchemaRegistry.Invalid("Metadata has a key and a value.");
        return version.Document.Items("Metadata").FirstOrDefault(pair => pair.Text(Key) == key && pair.Text(Value) == value);
    }

    /// <summary>The answer repeats only the members that the request named.</summary>
    private static JsonObject Answer(ApiCall call, string? key, string? value)
    {
        var (schema, number) = (call.Input["SchemaId"] as JsonObject, call.Input["SchemaVersionNumber"] as JsonObject);
        return new JsonObject { ["LatestVersion"] = number?.Flag("LatestVersion") ?? false, [Key] = key, [Value] = value }
            .With("SchemaArn", schema?.Text("SchemaArn"))
            .With("SchemaName", schema?.Text("SchemaName"))
            .With("RegistryName", schema?.Text("RegistryName"))
            .With("VersionNumber", number is null ? 0 : number.Number("VersionNumber"))
            .With("SchemaVersionId", call.Input.Text("SchemaVersionId"));
    }
}
