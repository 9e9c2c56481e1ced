namespace LakeTools.Core.Data.Export;

/// <summary>A record of an export as it was found.</summary>
/// <param name="Record">The content of the record.</param>
/// <param name="ETag">The object's entity tag, by which it is written again.</param>
/// <param name="Modified">When it was written, by S3's clock.</param>
internal sealed record FoundRecord(ExportRecord Record, string ETag, DateTimeOffset Modified);
