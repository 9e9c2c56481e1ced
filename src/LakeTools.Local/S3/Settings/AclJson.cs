using System.Text.Json.Serialization;

namespace LakeTools.Local.S3.Settings;

/// <summary>Access control lists as JSON, as the store has it. The build makes the code.</summary>
[JsonSerializable(typeof(AclGrant[]))]
[JsonSerializable(typeof(IReadOnlyList<AclGrant>))]
internal sealed partial class AclJson : JsonSerializerContext;
