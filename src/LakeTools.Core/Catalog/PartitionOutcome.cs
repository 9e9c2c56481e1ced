using LakeTools.Rules.Errors;

namespace LakeTools.Core.Catalog;

/// <summary>The result for one partition.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Error">Why it was not done, or null if it was.</param>
public sealed record PartitionOutcome(GluePartition Partition, LakeException? Error);
