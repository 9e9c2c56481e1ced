using LakeTools.Rules.Names;

namespace LakeTools.Core.Objects;

/// <summary>An object to copy and where to.</summary>
/// <param name="Source">The object.</param>
/// <param name="Destination">The copy's address.</param>
public sealed record CopyItem(LakeObject Source, S3Uri Destination);
