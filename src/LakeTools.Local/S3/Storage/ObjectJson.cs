using System.Text.Json.Serialization;

namespace LakeTools.Local.S3.Storage;

/// <summary>Objects as JSON, as the store has it. The build makes the code.</summary>
[JsonSerializable(typeof(ObjectHeaders))]
[JsonSerializable(typeof(StoredObject))]
internal sealed partial class ObjectJson : JsonSerializerContext;
