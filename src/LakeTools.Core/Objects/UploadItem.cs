using LakeTools.Rules.Names;

namespace LakeTools.Core.Objects;

/// <summary>A file to send and where to.</summary>
/// <param name="Path">The file's absolute path.</param>
/// <param name="Destination">The URI of the object.</param>
/// <param name="Size">The file's size in bytes.</param>
public sealed record UploadItem(string Path, S3Uri Destination, long Size);
