using System.Text.Json.Serialization;

namespace LakeTools.Local.Ec2;

/// <summary>VPC endpoints as JSON, as the store has it. The build makes the code.</summary>
[JsonSerializable(typeof(VpcEndpoint))]
internal sealed partial class VpcEndpointJson : JsonSerializerContext;
