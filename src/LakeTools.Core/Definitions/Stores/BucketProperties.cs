namespace LakeTools.Core.Definitions.Stores;

/// <summary>What a definition may say of a bucket.</summary>
/// <param name="Versioning">Whether earlier versions of objects are kept; null if that was never said.</param>
internal sealed record BucketProperties(bool? Versioning);
