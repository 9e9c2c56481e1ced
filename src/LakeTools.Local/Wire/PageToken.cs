using System.Text;
using System.Text.Json;
using LakeTools.Local.Store;

namespace LakeTools.Local.Wire;

/// <summary>
/// A list's NextToken. It holds the sort key of the last item that was given, not a position, so a list neither skips
/// nor repeats items when others come and go between two pages.
/// </summary>
internal static class PageToken
{
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
