using System.Text.Json;
using System.Text.Json.Serialization;

namespace LakeTools.Local.Store;

/// <summary>Texts as JSON, as the store has them. The build makes the code; reflection would cost the first call of each process a good
/// hundred methods to compile.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(IEnumerable<string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    /// <summary>Writes texts as an array.</summary>
    public static string Write(IEnumerable<string> texts) => JsonSerializer.Serialize(texts, Default.IEnumerableString);

    /// <summary>Writes texts by name as an object.</summary>
    public static string Write(IReadOnlyDictionary<string, string> texts) =>
        JsonSerializer.Serialize(texts, Default.IReadOnlyDictionaryStringString);

    /// <summary>Reads an array of texts.</summary>
    public static string[] Texts(string json) => JsonSerializer.Deserialize(json, Default.StringArray)!;

    /// <summary>Reads an object of texts.</summary>
    public static Dictionary<string, string> Named(string json) => JsonSerializer.Deserialize(json, Default.DictionaryStringString)!;
}
