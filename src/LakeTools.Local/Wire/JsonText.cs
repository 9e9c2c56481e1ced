using System.Text.Json;
using System.Text.Json.Nodes;

namespace LakeTools.Local.Wire;

/// <summary>JSON that comes as a text: a policy, a token, a schema.</summary>
internal static class JsonText
{
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = MaxDepth };

    /// <summary>Reads a text as a whole, so what comes of it can be looked at without a surprise.</summary>
    /// <param name="text">The text.</param>
    /// <param name="node">The parsed text; null if it is JSON's null, or is invalid.</param>
    /// <returns>The reason why it is not valid JSON, such as a member that is specified more than once; null if it is valid.</returns>
    public static string? Fault(string text, out JsonNode? node)
    {
        try
        {
            node = JsonNode.Parse(text, documentOptions: s_options);
            Touch(node);
            return null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            node = null;
            return e is JsonException ? e.Message : "a member is specified more than once, or a text is not valid Unicode";
        }
    }

    /// <summary>JsonNode finds members given twice and text that is no Unicode only when it is looked at: look at everything now.</summary>
    /// <exception cref="ArgumentException">A member stands twice.</exception>
    /// <exception cref="InvalidOperationException">A text is no Unicode.</exception>
    public static void Touch(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (_, value) in map) Touch(value);
                break;
            case JsonArray list:
                foreach (var item in list) Touch(item);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                value.GetValue<string>();
                break;
        }
    }
}
