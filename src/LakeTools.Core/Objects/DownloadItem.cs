namespace LakeTools.Core.Objects;

/// <summary>An object and the destination of its download.</summary>
/// <param name="Source">The object.</param>
/// <param name="Path">The file's absolute path.</param>
public sealed record DownloadItem(LakeObject Source, string Path);
