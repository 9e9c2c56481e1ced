using LakeTools.Local.S3.Bodies;

namespace LakeTools.Local.S3.Storage;

/// <summary>An object as the store has it.</summary>
/// <param name="Key">The key.</param>
/// <param name="Content">Names the files that hold its bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ETag">Without its quotes.</param>
/// <param name="Modified">When it was put, to the millisecond.</param>
/// <param name="Headers">What was said about it.</param>
/// <param name="Checksum">The checksum that it was put with; null where there was none.</param>
internal sealed record StoredObject(
    string Key,
    string Content,
    long Size,
    string ETag,
    DateTimeOffset Modified,
    ObjectHeaders Headers,
    StoredChecksum? Checksum)
{
    public string QuotedETag => $"\"{ETag}\"";
}

/// <summary>A file that holds an object's bytes, or a part of them.</summary>
/// <param name="Blob">The file's id.</param>
/// <param name="Size">Bytes.</param>
internal sealed record Segment(string Blob, long Size);
