using System.Text.Json;

namespace LakeTools.Aws.Json;

/// <summary>A request or a part of one: it writes itself as JSON.</summary>
internal interface IJsonInput
{
    /// <summary>Writes the members that are set, without the braces.</summary>
    /// <param name="writer">The destination.</param>
    void Write(Utf8JsonWriter writer);
}
