using System.Text.Json;

namespace LakeTools.Aws.Json;

/// <summary>
/// A structure that answers have. One that is read, changed and written back must not lose what its service has and our class lacks, and
/// a copy that cannot have it must say so.
/// </summary>
internal interface IJsonKeeper
{
    /// <summary>The members that were read and are not known; null if there are none.</summary>
    Dictionary<string, JsonElement>? Unknown { get; set; }
}
