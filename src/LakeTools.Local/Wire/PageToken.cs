using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Local.Store;

namespace LakeTools.Local.Wire;

/// <summary>
/// A list's NextToken. It holds the sort key of the last item that was given, not a position, so a list neither skips
/// nor repeats items when others come and go between two pages.
/// </summary>
internal static class PageToken
{
    private const int Digest = 9;

    /// <summary>Names the list that a call reads, by all that chooses it.</summary>
    /// <param name="operation">The call's operation.</param>
    /// <param name="input">The call's members; the order of their names makes no difference.</param>
    /// <param name="form">Names the two members that each page has for itself.</param>
    public static string ListOf(string operation, JsonObject input, PageForm form)
    {
        var text = new StringBuilder(operation);
        Append(text, input, form);
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, Digest));
    }

    private static void Append(StringBuilder text, JsonNode? node, PageForm? form)
    {
        if (node is JsonArray list)
        {
            text.Append('[');
            foreach (var item in list) Append(text, item, null);
            text.Append(']');
        }
        else if (node is JsonObject members)
        {
            text.Append('{');
            foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
            {
                if (value is null || name == form?.Token || name == form?.Limit) continue;
                text.Append(JsonValue.Create(name).ToJsonString());
                Append(text, value, null);
            }

            text.Append('}');
        }
        else text.Append(node?.ToJsonString() ?? "null").Append(',');
    }

    /// <summary>Makes a token.</summary>
    /// <param name="list">The list that the token continues; other lists refuse it.</param>
    /// <param name="key">The last item's sort key.</param>
    public static string Write(string list, params string[] key) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize([list, .. key], StoredJson.Default.StringArray)));

    /// <summary>Reads a token.</summary>
    /// <returns>The last item's sort key; null if the token is not of this list.</returns>
    public static string[]? Read(string token, string list)
    {
        try
        {
            var parts = JsonSerializer.Deserialize(Convert.FromBase64String(token), StoredJson.Default.StringArray);
            return parts is { Length: > 1 } && parts[0] == list ? parts[1..] : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}
