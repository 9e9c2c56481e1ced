using LakeTools.Rules.Errors;

namespace LakeTools.Core.Catalog;

/// <summary>How it went with one partition of many.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Error">Why it was not done, or null where it was.</param>
public sealed record PartitionOutcome(GluePartition Partition, LakeException? Error);
