using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LakeTools.Core.Secrets;

/// <summary>The values that a secret keeps secret: its whole text, and each text and number of its JSON, at any depth.</summary>
internal static class SecretValues
{
    private const int MaximumDepth = 3;

    // The other keys in AWS's own database secrets besides user name and password; arguments may repeat their values.
    private static readonly HashSet<string> s_publicKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "engine", "host", "port", "dbname", "dbInstanceIdentifier", "dbClusterIdentifier", "masterarn", "region",
    };

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The values of a secret. Bytes are also in base64.</summary>
    /// <param name="content">The secret.</param>
    /// <returns>The values, some of them more than once.</returns>
    public static IEnumerable<string> Of(SecretContent content)
    {
        var text = content.Text ?? TextOf(content.ToBytes());
        string[] base64 = content.Text is null ? [Convert.ToBase64String(content.ToBytes())] : [];
        return text is null ? base64 : [.. base64, text, .. InJson(text, 0)];
    }

    private static string? TextOf(byte[] bytes)
    {
        try
        {
            return s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static List<string> InJson(string text, int depth)
    {
        var found = new List<string>();
        var json = text.AsMemory().TrimStart('\uFEFF').TrimStart();
        if (depth == MaximumDepth || json.Length == 0 || json.Span[0] is not ('{' or '[' or '"')) return found;
        try
        {
            using var document = JsonDocument.Parse(json);
            Collect(document.RootElement, null, depth, found);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // No JSON: the text has no parts.
        }

        return found;
    }

    // If a key occurs twice, both values are secret.
    private static void Collect(JsonElement element, string? key, int depth, List<string> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject()) Collect(member.Value, NameOf(member), depth, found);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Collect(item, key, depth, found);
                break;
            case JsonValueKind.String or JsonValueKind.Number when key is null || !s_publicKeys.Contains(key):
                var text = ShownOf(element);
                if (IsTelling(text.Trim(), element.ValueKind)) found.Add(text);
                found.AddRange(InJson(text, depth + 1));
                break;
        }
    }

    // Small numbers, and texts such as "true", are not what a secret keeps secret.
    private static bool IsTelling(string value, JsonValueKind kind) => value.Length >= SecretGuard.ShortestInside
        ? value is not ("true" or "false" or "null")
        : kind == JsonValueKind.String && value.Length > 0 && !decimal.TryParse(value, CultureInfo.InvariantCulture, out _);

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }

    private static string ShownOf(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText().Trim('"'); // half of a surrogate pair
        }
    }
}
