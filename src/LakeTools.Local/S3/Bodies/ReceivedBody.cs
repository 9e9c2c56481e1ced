using LakeTools.Local.S3.Wire;

namespace LakeTools.Local.S3.Bodies;

/// <summary>What came with a body that was read to its end and found whole.</summary>
/// <param name="Size">Bytes after decoding.</param>
/// <param name="Md5">The MD5 of these bytes: the ETag of an object put in one piece.</param>
/// <param name="Checksum">The checksum that the client gave and that was found right; null where it gave none.</param>
internal sealed record ReceivedBody(long Size, byte[] Md5, StoredChecksum? Checksum);
