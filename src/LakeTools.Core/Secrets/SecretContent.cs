using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Secrets;

/// <summary>
/// A secret's value: text, of which a JSON object is a special case, or bytes. It is returned only where the value is asked
/// for by name.
/// </summary>
public sealed class SecretContent
{
    // Passwords are full of characters that the default encoder writes as \u escapes, which people then copy wrongly.
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject? _object;
    private readonly string _fault = "it is not a JSON object";
    private readonly byte[]? _bytes;

    private SecretContent(string? text, byte[]? bytes)
    {
        Text = text;
        _bytes = bytes;
        if (text is null) return;
        try
        {
            _object = ParseObject(text);
        }
        catch (InvalidOperationException)
        {
            _fault = "its JSON has half of a surrogate pair";
        }
    }

    /// <summary>The kind of the value.</summary>
    public LakeSecretKind Kind => _bytes is not null ? LakeSecretKind.Binary : _object is not null
        ? LakeSecretKind.Json : LakeSecretKind.Text;

    /// <summary>The keys of a JSON object, in order; otherwise empty.</summary>
    public IEnumerable<string> Keys => _object?.Select(member => member.Key) ?? [];

    /// <summary>Why the value is no JSON object, without anything of it.</summary>
    internal string ObjectFault => _object is null ? _fault : "";

    /// <summary>The text; null for bytes.</summary>
    internal string? Text { get; }

    /// <summary>Makes a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The content.</returns>
    public static SecretContent OfText(string text) => new(text, null);

    /// <summary>Requires a text that the service can keep: it keeps UTF-8, where half of a surrogate pair would become U+FFFD.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text.</returns>
    /// <exception cref="LakeException"><c>SecretValueUnsupported</c>.</exception>
    public static string Whole(string text) => SurrogatePairs.AreWhole(text)
        ? text : throw Fault.SecretValueUnsupported(null, "text with half of a surrogate pair");

    /// <summary>Makes bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The content.</returns>
    public static SecretContent OfBytes(byte[] bytes) => new(null, bytes);

    /// <summary>The value of a response.</summary>
    /// <param name="text">Its text; null for none.</param>
    /// <param name="bytes">Its bytes; null for none.</param>
    /// <returns>The content; null if the response has neither.</returns>
    internal static SecretContent? Of(string? text, MemoryStream? bytes) =>
        bytes is not null ? OfBytes(bytes.ToArray()) : text is not null ? OfText(text) : null;

    /// <summary>Makes a JSON object.</summary>
    /// <param name="members">Its members.</param>
    /// <returns>The content.</returns>
    public static SecretContent OfObject(JsonObject members) => OfText(members.ToJsonString(s_json));

    /// <summary>Shows the kind only.</summary>
    /// <returns>The kind's name.</returns>
    public override string ToString() => Kind.ToString();

    /// <summary>The value of a key as it is spelled here: as it is for a string, else as JSON; null for null.</summary>
    internal string? Read(string key) => TextOf(_object![key]);

    /// <summary>The same object with one key, as it is spelled here or new, set to a text.</summary>
    internal SecretContent With(string key, string value)
    {
        var changed = _object!.DeepClone().AsObject();
        changed[key] = value;
        return OfObject(changed);
    }

    internal byte[] ToBytes() => _bytes is not null ? (byte[])_bytes.Clone() : Encoding.UTF8.GetBytes(Text!);

    private static string? TextOf(JsonNode? value) =>
        value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : value?.ToJsonString(s_json);

    // Files of editors begin with a byte order mark, which is not part of the JSON.
    private static JsonObject? ParseObject(string text)
    {
        var json = text.AsMemory().TrimStart('\uFEFF').TrimStart();
        if (!json.Span.StartsWith("{")) return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            return NodeOf(document.RootElement) as JsonObject;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }

    // If a key occurs twice, the last value is used, as in other JSON readers. Numbers keep their text.
    private static JsonNode? NodeOf(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in element.EnumerateObject()) members[member.Name] = NodeOf(member.Value);
                return members;
            case JsonValueKind.Array:
                return new JsonArray(element.EnumerateArray().Select(NodeOf).ToArray());
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.String:
                return JsonValue.Create(element.GetString());
            default:
                return JsonValue.Create(element.Clone());
        }
    }
}
