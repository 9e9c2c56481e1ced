namespace LakeTools.Local.SecretsManager;

/// <summary>A region that a secret is replicated to. A lake has one region, so that this is all there is of a replica.</summary>
/// <param name="Region">The region's code.</param>
/// <param name="KmsKeyId">The key that encrypts it there; null for the region's own.</param>
internal sealed record ReplicaRecord(string Region, string? KmsKeyId);
