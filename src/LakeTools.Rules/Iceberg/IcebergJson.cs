using System.Text.Json.Nodes;

namespace LakeTools.Rules.Iceberg;

/// <summary>Types and fields as JSON.</summary>
/// <remarks>Source: Apache Iceberg table specification, appendix C, 'Schemas'.</remarks>
public static class IcebergJson
{
    private static readonly string[] s_primitives =
    [
        "boolean", "int", "long", "float", "double", "date", "time", "timestamp", "timestamptz", "string", "uuid", "binary", "decimal",
        "fixed",
    ];

    /// <summary>Writes a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>A text for a primitive, otherwise an object.</returns>
    public static JsonNode Write(IcebergType type) => type.Name switch
    {
        IcebergType.Struct => new JsonObject { ["type"] = type.Name, ["fields"] = Write(type.Fields) },
        IcebergType.List => new JsonObject
        {
            ["type"] = type.Name,
            ["element-id"] = type.Fields[0].Id,
            ["element"] = Write(type.Fields[0].Type),
            ["element-required"] = type.Fields[0].IsRequired,
        },
        IcebergType.Map => new JsonObject
        {
            ["type"] = type.Name,
            ["key-id"] = type.Fields[0].Id,
            ["key"] = Write(type.Fields[0].Type),
            ["value-id"] = type.Fields[1].Id,
            ["value"] = Write(type.Fields[1].Type),
            ["value-required"] = type.Fields[1].IsRequired,
        },
        _ => JsonValue.Create(type.Name),
    };

    /// <summary>Writes fields.</summary>
    /// <param name="fields">The fields.</param>
    /// <returns>An array of objects.</returns>
    public static JsonArray Write(IEnumerable<IcebergField> fields) => new([.. fields.Select(Write)]);

    /// <summary>Reads a type.</summary>
    /// <param name="json">A text or an object.</param>
    /// <returns>The type.</returns>
    /// <exception cref="FormatException">It does not conform to format version 2; the message gives the reason.</exception>
    public static IcebergType Read(JsonNode? json)
    {
        if (json is JsonValue value && value.TryGetValue<string>(out var name)) return Primitive(name);
        if (json is not JsonObject type) throw new FormatException("A type is a text or an object.");
        return Text(type, "type") switch
        {
            IcebergType.Struct => new(IcebergType.Struct, ReadFields(type["fields"])),
            IcebergType.List => new(IcebergType.List, [Part(type, IcebergType.Element, Flag(type, "element-required"))]),
            IcebergType.Map => new(IcebergType.Map,
                [Part(type, IcebergType.Key, true), Part(type, IcebergType.Value, Flag(type, "value-required"))]),
            var other => throw new FormatException($"'{other}' is not a nested type: struct, list or map."),
        };
    }

    /// <summary>Reads fields.</summary>
    /// <param name="json">An array of objects.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="FormatException">They are none; the message says what is wrong.</exception>
    public static IReadOnlyList<IcebergField> ReadFields(JsonNode? json) =>
        json is JsonArray array ? [.. array.Select(Field)] : throw new FormatException("Fields are an array.");

    /// <summary>Whether a text is the name of a primitive of format version 2.</summary>
    /// <param name="name">Such as <c>decimal(10, 2)</c>.</param>
    public static bool IsPrimitive(string name)
    {
        var type = IcebergType.Primitive(name);
        if (!s_primitives.Contains(type.Family)) return false;
        if (type.Family is not ("decimal" or "fixed")) return type.Family == name;
        try
        {
            return type.Family == "decimal"
                ? name.EndsWith(')') && type.Sizes() is [>= 1 and <= 38 and var precision, >= 0 and var scale] && scale <= precision
                : name.EndsWith(']') && type.Sizes() is [>= 1];
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return false;
        }
    }

    private static IcebergType Primitive(string name) =>
        IsPrimitive(name) ? IcebergType.Primitive(name) : throw new FormatException($"'{name}' is not a type of the Iceberg "
            + "format version 2.");

    private static JsonNode Write(IcebergField field)
    {
        var json = new JsonObject
        {
            ["id"] = field.Id,
            ["name"] = field.Name,
            ["required"] = field.IsRequired,
            ["type"] = Write(field.Type),
        };
        if (field.Doc is not null) json["doc"] = field.Doc;
        if (field.InitialDefault is not null) json["initial-default"] = JsonNode.Parse(field.InitialDefault);
        if (field.WriteDefault is not null) json["write-default"] = JsonNode.Parse(field.WriteDefault);
        return json;
    }

    private static IcebergField Field(JsonNode? json) => json is not JsonObject field ? throw new FormatException("A field is an object.")
        : new IcebergField(Number(field, "id"), Text(field, "name"), Read(field["type"]), Flag(field, "required"),
            field["doc"]?.GetValue<string>())
        {
            InitialDefault = field["initial-default"]?.ToJsonString(),
            WriteDefault = field["write-default"]?.ToJsonString(),
        };

    private static IcebergField Part(JsonObject type, string name, bool isRequired) =>
        new(Number(type, name + "-id"), name, Read(type[name]), isRequired);

    private static string Text(JsonObject json, string member) =>
        json[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Missing(member);

    private static int Number(JsonObject json, string member) =>
        json[member] is JsonValue value && value.TryGetValue<int>(out var number) ? number : throw Missing(member);

    private static bool Flag(JsonObject json, string member) =>
        json[member] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    private static FormatException Missing(string member) => new($"'{member}' is missing.");
}
