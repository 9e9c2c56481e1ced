namespace LakeTools.Core.Definitions.Stores;

/// <summary>A bucket's properties in a definition.</summary>
/// <param name="Versioning">Whether earlier versions of objects are kept; null if that was never said.</param>
internal sealed record BucketProperties(bool? Versioning);
