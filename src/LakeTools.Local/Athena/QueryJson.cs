using System.Text.Json.Serialization;

namespace LakeTools.Local.Athena;

/// <summary>Queries as JSON, as the store has it. The build makes the code.</summary>
[JsonSerializable(typeof(QuerySession))]
internal sealed partial class QueryJson : JsonSerializerContext;
