using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LakeTools.Core.Secrets;

/// <summary>The texts that may be inside a text: without the blanks around it, and decoded from JSON, base64 and
/// percent-encoding, also one inside another.</summary>
internal static partial class SecretDisguises
{
    private const int MaximumDepth = 3;
    private const int MaximumTexts = 2000;

    /// <summary>The text itself and everything that is in it.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { text };
        var next = new Queue<(string Text, int Depth)>([(text, 0)]);
        while (next.TryDequeue(out var item))
        {
            yield return item.Text;
            if (item.Depth == MaximumDepth) continue;
            foreach (var inner in Decoded(item.Text))
                if (inner.Length > 0 && seen.Count < MaximumTexts && seen.Add(inner)) next.Enqueue((inner, item.Depth + 1));
        }
    }

    private static IEnumerable<string> Decoded(string text) =>
        [text.Trim(), .. FromJson(text), .. FromEscapes(text), .. FromPercents(text), .. FromBase64(text)];

    private static List<string> FromJson(string text)
    {
        var found = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(text.AsMemory().TrimStart('\uFEFF'));
            Collect(document.RootElement, found);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // No JSON; FromEscapes finds what JSON lies inside it.
        }

        return found;
    }

    // If a key occurs twice, both values are checked.
    private static void Collect(JsonElement element, List<string> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    found.Add(Shown(() => member.Name, member.Value));
                    Collect(member.Value, found);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Collect(item, found);
                break;
            case JsonValueKind.String:
                found.Add(Shown(() => element.GetString()!, element));
                break;
            case JsonValueKind.Null:
                break;
            default:
                found.Add(element.GetRawText());
                break;
        }
    }

    // A text with half of a surrogate pair has no decoded form; FromEscapes looks into it.
    private static string Shown(Func<string> decode, JsonElement element)
    {
        try
        {
            return decode();
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText();
        }
    }

    private static IEnumerable<string> FromEscapes(string text) => text.Contains('\\')
        ? [EscapePattern().Replace(text, match => Unescape(match.Value))]
        : [];

    private static string Unescape(string escape) => escape[1] switch
    {
        'u' => ((char)Convert.ToUInt16(escape[2..], 16)).ToString(),
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'b' => "\b",
        'f' => "\f",
        var character => character.ToString(),
    };

    private static IEnumerable<string> FromPercents(string text) =>
        text.Contains('%') ? [Uri.UnescapeDataString(text), Uri.UnescapeDataString(text.Replace('+', ' '))] : [];

    // Base64 carries three bytes in four characters; a run may begin with up to three that belong to something else.
    private static IEnumerable<string> FromBase64(string text) =>
        from Match run in Base64Pattern().Matches(text)
        from offset in Enumerable.Range(0, 4)
        let bytes = Decode(run.Value, offset)
        where bytes.Length > 0
        from decoded in new[] { Encoding.UTF8.GetString(bytes), Encoding.Unicode.GetString(bytes) }
        select decoded;

    private static byte[] Decode(string run, int offset)
    {
        var characters = run[offset..].Replace('-', '+').Replace('_', '/').TrimEnd('=');
        if (characters.Length % 4 == 1) characters = characters[..^1];
        return characters.Length < 2 ? [] : Convert.FromBase64String(characters.PadRight((characters.Length + 3) / 4 * 4, '='));
    }

    [GeneratedRegex("""\\(?:u[0-9A-Fa-f]{4}|["\\/bfnrt])""")]
    private static partial Regex EscapePattern();

    [GeneratedRegex(@"[A-Za-z0-9+/_-]{6,}={0,2}")]
    private static partial Regex Base64Pattern();
}
