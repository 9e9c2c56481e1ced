using LakeTools.Local.S3.Wire;

namespace LakeTools.Local.S3.Storage;

/// <summary>An object as the store has it: a version of its key, or a delete marker.</summary>
/// <param name="Key">The key.</param>
/// <param name="Content">Names the files that hold its bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ETag">Without its quotes.</param>
/// <param name="Modified">When it was put, to the millisecond.</param>
/// <param name="Headers">The headers of the object.</param>
/// <param name="Checksum">The checksum that it was put with; null if there was none.</param>
/// <param name="Version">The version's id; null for the version <c>null</c>.</param>
/// <param name="Rank">Its place among the versions of its key: the newest has the smallest.</param>
/// <param name="IsMarker">True for a delete marker.</param>
internal sealed record StoredObject(
    string Key,
    string Content,
    long Size,
    string ETag,
    DateTimeOffset Modified,
    ObjectHeaders Headers,
    StoredChecksum? Checksum,
    string? Version = null,
    long Rank = 0,
    bool IsMarker = false)
{
    public string QuotedETag => $"\"{ETag}\"";

    /// <summary>The version's id as answers have it.</summary>
    public string VersionId => Version ?? S3.Wire.VersionId.Null;

    /// <summary>True if it was put in parts; their ETag ends with their number.</summary>
    public bool IsMultipart => ETag.Contains('-', StringComparison.Ordinal);
}

/// <summary>The storage of an object's bytes, or of a part of them: a file, or for a small object the store itself.</summary>
/// <param name="Blob">The file's id; empty if there is none.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Bytes">The bytes that the store has; null if a file has them.</param>
/// <param name="Checksum">The checksum of a part, where the object has one of its parts' checksums.</param>
internal sealed record Segment(string Blob, long Size, byte[]? Bytes = null, string? Checksum = null)
{
    /// <summary>The most bytes that an object has in the store: a file would take as long to make as the rest of it takes.</summary>
    public const int MaxInStore = 16 * 1024;

    /// <summary>A segment of bytes that the store keeps.</summary>
    public static Segment InStore(byte[] bytes) => new("", bytes.Length, bytes);
}
