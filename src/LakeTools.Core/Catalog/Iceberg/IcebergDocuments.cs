using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime.Documents;

namespace LakeTools.Core.Catalog.Iceberg;

/// <summary>Between JSON and the SDK's documents, which the types of Iceberg's fields are in Glue's API.</summary>
internal static class IcebergDocuments
{
    /// <summary>A document of JSON.</summary>
    public static Document Of(JsonNode? json) => json switch
    {
        JsonObject map => new Document(map.ToDictionary(pair => pair.Key, pair => Of(pair.Value))),
        JsonArray list => new Document(list.Select(Of).ToList()),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.True => new Document(true),
            JsonValueKind.False => new Document(false),
            JsonValueKind.Number when value.TryGetValue<int>(out var number) => new Document(number),
            JsonValueKind.Number when value.TryGetValue<long>(out var whole) => new Document(whole),
            JsonValueKind.Number => new Document(value.GetValue<double>()),
            _ => new Document(value.GetValue<string>()),
        },
        _ => default,
    };

    /// <summary>A document of a JSON text; none of null.</summary>
    public static Document Parse(string? json) => json is null ? default : Of(JsonNode.Parse(json));

    /// <summary>JSON of a document; null of none.</summary>
    public static JsonNode? ToJson(Document document) => document.Type switch
    {
        DocumentType.Null => null,
        DocumentType.Bool => document.AsBool(),
        DocumentType.Int => document.AsInt(),
        DocumentType.Long => document.AsLong(),
        DocumentType.Double => document.AsDouble(),
        DocumentType.List => new JsonArray([.. document.AsList().Select(ToJson)]),
        DocumentType.Dictionary => new JsonObject(
            document.AsDictionary().Select(pair => KeyValuePair.Create(pair.Key, ToJson(pair.Value)))),
        _ => document.AsString(),
    };
}
