namespace LakeTools.Core.Data.Export;

/// <summary>A file in the record of an export.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its key.</param>
/// <param name="UploadId">The upload that becomes a new file.</param>
/// <param name="ETag">An old file's entity tag.</param>
/// <param name="Modified">When an old file was written: what comes later under its name is no old file.</param>
internal sealed record ExportRecordFile(string Bucket, string Key, string? UploadId = null, string? ETag = null,
    DateTimeOffset? Modified = null)
{
    /// <summary>The record's entry for a file that is there.</summary>
    /// <param name="item">The file.</param>
    /// <returns>The entry.</returns>
    public static ExportRecordFile OfOld(LakeObject item) =>
        new(item.Bucket, item.Key, null, item.ETag, item.LastModified.ToUniversalTime());

    /// <summary>Returns whether this is that very file, not another under its name.</summary>
    /// <param name="item">A file that is there.</param>
    /// <returns>True if it is.</returns>
    public bool Is(LakeObject item) =>
        item.Key == Key && item.Bucket == Bucket && item.ETag == ETag && item.LastModified.ToUniversalTime() == Modified?.UtcDateTime;
}
