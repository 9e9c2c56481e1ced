using System.Text.Json.Serialization;

namespace LakeTools.Local.SecretsManager;

/// <summary>Secrets as JSON, as the store has it. The build makes the code.</summary>
[JsonSerializable(typeof(IReadOnlyList<KeyValuePair<string, string>>))]
[JsonSerializable(typeof(IReadOnlyList<ReplicaRecord>))]
[JsonSerializable(typeof(List<KeyValuePair<string, string>>))]
[JsonSerializable(typeof(List<ReplicaRecord>))]
[JsonSerializable(typeof(RotationRecord))]
internal sealed partial class SecretJson : JsonSerializerContext;
