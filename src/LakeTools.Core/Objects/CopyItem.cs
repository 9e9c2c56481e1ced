using LakeTools.Rules.Names;

namespace LakeTools.Core.Objects;

/// <summary>An object and the destination of its copy.</summary>
/// <param name="Source">The object.</param>
/// <param name="Destination">The URI of the copy.</param>
public sealed record CopyItem(LakeObject Source, S3Uri Destination);
