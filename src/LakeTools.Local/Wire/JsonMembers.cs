using System.Text.Json.Nodes;

namespace LakeTools.Local.Wire;

/// <summary>
/// Reads members of a validated request and writes those of an answer. A member that is null counts as absent, as in AWS's JSON.
/// </summary>
internal static class JsonMembers
{
    /// <summary>A string member; null if it is absent.</summary>
    public static string? Text(this JsonObject input, string member) => input[member]?.GetValue<string>();

    /// <summary>A required string member, which the model check has seen.</summary>
    public static string Required(this JsonObject input, string member) => input[member]!.GetValue<string>();

    /// <summary>A whole number; null if it is absent.</summary>
    public static long? Number(this JsonObject input, string member) => input[member] is not JsonValue value ? null
        : value.TryGetValue<long>(out var whole) ? whole
        : value.TryGetValue<int>(out var small) ? small
        : (long)value.GetValue<double>();

    /// <summary>A boolean; false if it is absent.</summary>
    public static bool Flag(this JsonObject input, string member) => input[member]?.GetValue<bool>() ?? false;

    /// <summary>A list of strings; null if it is absent.</summary>
    public static List<string>? Texts(this JsonObject input, string member) =>
        (input[member] as JsonArray)?.Select(item => item!.GetValue<string>()).ToList();

    /// <summary>A list of structures; empty if it is absent.</summary>
    public static IEnumerable<JsonObject> Items(this JsonObject input, string member) =>
        (input[member] as JsonArray)?.Select(item => item!.AsObject()) ?? [];

    /// <summary>Sets a member where there is a value; AWS leaves out what is not there.</summary>
    /// <returns>The same object.</returns>
    public static JsonObject With(this JsonObject output, string member, JsonNode? value)
    {
        if (value is not null) output[member] = value;
        return output;
    }

    /// <summary>A list of strings as JSON.</summary>
    public static JsonArray ToJsonArray(this IEnumerable<string> values) => new(values.Select(value => (JsonNode?)value).ToArray());

    /// <summary>A list of structures as JSON.</summary>
    public static JsonArray ToJsonArray(this IEnumerable<JsonObject> values) => new(values.ToArray<JsonNode?>());
}
