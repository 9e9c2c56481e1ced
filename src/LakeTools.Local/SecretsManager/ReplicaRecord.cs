namespace LakeTools.Local.SecretsManager;

/// <summary>A region that a secret is replicated to, as its primary keeps it. The replica is a secret of that region.</summary>
/// <param name="Region">The region's code.</param>
/// <param name="KmsKeyId">The key that encrypts it there; null for the region's own.</param>
/// <param name="Failure">Why no replica was made there; null if there is one.</param>
internal sealed record ReplicaRecord(string Region, string? KmsKeyId, string? Failure = null);
