using System.Text.Json;

namespace LakeTools.Aws.Json;

/// <summary>An answer, an error or a part of one: it reads itself from JSON.</summary>
internal interface IJsonOutput
{
    /// <summary>Reads a member.</summary>
    /// <param name="reader">At the member's name; at the end of its value where it is known.</param>
    /// <returns>False if the member is not known; the reader is still at its name.</returns>
    bool Read(ref Utf8JsonReader reader);
}
