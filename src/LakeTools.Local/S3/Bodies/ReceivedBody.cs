using LakeTools.Local.S3.Wire;

namespace LakeTools.Local.S3.Bodies;

/// <summary>The facts about a body that was read to its end and is complete.</summary>
/// <param name="Size">Bytes after decoding.</param>
/// <param name="Md5">The MD5 of these bytes: the ETag of an object put in one piece.</param>
/// <param name="Checksum">The checksum that the client gave and that was found right, or the computed one if the client gives none;
/// null for none.</param>
/// <param name="Beside">An additional checksum that was computed; null for none.</param>
internal sealed record ReceivedBody(long Size, byte[] Md5, StoredChecksum? Checksum, StoredChecksum? Beside = null);
