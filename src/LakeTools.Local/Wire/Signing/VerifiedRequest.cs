using LakeTools.Local.Identity;

namespace LakeTools.Local.Wire.Signing;

/// <summary>A request whose signature holds.</summary>
/// <param name="Caller">The principal that signed.</param>
/// <param name="Parameters">The request's signature parameters, for the chunks of a body that are signed one by one.</param>
/// <param name="Key">The key that signed it.</param>
/// <param name="Payload">The value that represents the body: a hash, which the reader of the body compares, or one of S3's words.</param>
internal sealed record VerifiedRequest(Caller Caller, SignatureParameters Parameters, SigningKey Key, string Payload);
