using System.Text.Json;
using System.Text.Json.Serialization;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.States;

/// <summary>Texts as JSON, as facts have them. The build makes the code; reflection would cost the first command of each process a good
/// hundred methods to compile.</summary>
[JsonSerializable(typeof(Dictionary<string, string[]>))]
[JsonSerializable(typeof(IEnumerable<string>))]
[JsonSerializable(typeof(IEnumerable<string[]>))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(string[][]))]
internal sealed partial class FactJson : JsonSerializerContext
{
    private static readonly FactJson s_readable = new(new JsonSerializerOptions(ReadableJson.Options));

    /// <summary>Writes texts, letters of any language as they are.</summary>
    public static string Write(IEnumerable<string> texts) => JsonSerializer.Serialize(texts, s_readable.IEnumerableString);

    /// <summary>Writes lists of texts, letters of any language as they are.</summary>
    public static string Write(IEnumerable<string[]> lists) => JsonSerializer.Serialize(lists, s_readable.IEnumerableStringArray);

    /// <summary>Writes texts in ASCII.</summary>
    public static string WriteAscii(IEnumerable<string> texts) => JsonSerializer.Serialize(texts, Default.IEnumerableString);

    /// <summary>Writes texts by name in ASCII.</summary>
    public static string WriteAscii(Dictionary<string, string[]> texts) =>
        JsonSerializer.Serialize(texts, Default.DictionaryStringStringArray);

    /// <summary>Reads texts.</summary>
    public static List<string> Texts(string json) => JsonSerializer.Deserialize(json, Default.ListString)!;

    /// <summary>Reads lists of texts.</summary>
    public static string[][] Lists(string json) => JsonSerializer.Deserialize(json, Default.StringArrayArray)!;

    /// <summary>Reads texts by name.</summary>
    public static Dictionary<string, string[]> Named(string json) =>
        JsonSerializer.Deserialize(json, Default.DictionaryStringStringArray)!;
}
