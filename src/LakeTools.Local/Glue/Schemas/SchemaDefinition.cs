using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Schemas;

/// <summary>The definition of a schema's version: JSON for AVRO and JSON, text for PROTOBUF, which is not read.</summary>
internal static class SchemaDefinition
{
    /// <summary>The error of a definition. Null if there is none.</summary>
    public static string? Fault(string format, string definition)
    {
        if (format == "PROTOBUF") return null;
        if (JsonText.Fault(definition, out var node) is { } fault) return fault;
        return format != "AVRO" || node is JsonObject or JsonArray || node?.GetValueKind() == JsonValueKind.String
            ? null : "an AVRO schema is an object, an array or the name of a type";
    }

    /// <summary>Refuses a definition that is none.</summary>
    public static void Check(string format, string definition)
    {
        if (Fault(format, definition) is { } fault)
            throw SchemaRegistry.Invalid($"Schema definition of {format} data format is invalid: {fault}");
    }

    /// <summary>Whether two definitions say the same: white space and the order of members do not count.</summary>
    public static bool AreSame(string format, string one, string other) => format == "PROTOBUF"
        ? one == other
        : JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other));

    /// <summary>The difference of two values, as a JSON patch (RFC 6902). Lists are replaced as a whole.</summary>
    public static JsonArray Difference(string format, string one, string other)
    {
        var patch = new JsonArray();
        if (format == "PROTOBUF") Compare("", one, other);
        else Compare("", JsonNode.Parse(one), JsonNode.Parse(other));
        return patch;

        void Compare(string path, JsonNode? before, JsonNode? after)
        {
            if (before is not JsonObject left || after is not JsonObject right)
            {
                if (!JsonNode.DeepEquals(before, after)) Add("replace", path, after);
                return;
            }

            foreach (var (name, value) in left)
            {
                var place = $"{path}/{name.Replace("~", "~0").Replace("/", "~1")}";
                if (right.TryGetPropertyValue(name, out var there)) Compare(place, value, there);
                else patch.Add(new JsonObject { ["op"] = "remove", ["path"] = place });
            }

            foreach (var (name, value) in right.Where(member => !left.ContainsKey(member.Key)))
                Add("add", $"{path}/{name.Replace("~", "~0").Replace("/", "~1")}", value);
        }

        void Add(string operation, string path, JsonNode? value) =>
            patch.Add(new JsonObject { ["op"] = operation, ["path"] = path, ["value"] = value?.DeepClone() });
    }
}
