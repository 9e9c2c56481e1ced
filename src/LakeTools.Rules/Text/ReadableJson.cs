using System.Text.Encodings.Web;
using System.Text.Json;

namespace LakeTools.Rules.Text;

/// <summary>JSON that people read: letters of any language as they are.</summary>
internal static class ReadableJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
