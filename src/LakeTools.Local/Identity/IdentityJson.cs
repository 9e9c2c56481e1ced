using System.Text.Json.Serialization;

namespace LakeTools.Local.Identity;

/// <summary>Sessions as JSON, as the store has it. The build makes the code.</summary>
[JsonSerializable(typeof(SessionTags))]
[JsonSerializable(typeof(VendedScope))]
internal sealed partial class IdentityJson : JsonSerializerContext;
