namespace LakeTools.Aws.Runtime.Json;

/// <summary>Marks the member of a request that the client fills with a new UUID where the caller leaves it out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdempotencyTokenAttribute : Attribute;
