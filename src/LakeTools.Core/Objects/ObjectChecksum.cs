using System.Buffers;
using System.IO.Hashing;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Errors;
using Microsoft.Win32.SafeHandles;

namespace LakeTools.Core.Objects;

/// <summary>
/// Verifies that a received file is what S3 holds: by the CRC-32 of the whole object where S3 has it, else by the MD5 that
/// an entity tag is of objects that were sent in one piece and not encrypted with KMS. Of other objects only the size is known.
/// </summary>
internal static class ObjectChecksum
{
    private const int Md5Length = 32;
    private const int BufferLength = 256 * 1024;

    /// <summary>Verifies a file.</summary>
    /// <param name="client">Asks for the checksum.</param>
    /// <param name="source">The object.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>ChecksumMismatch</c>, <c>ObjectChanged</c>.</exception>
    public static async Task VerifyAsync(IAmazonS3 client, LakeObject source, SafeFileHandle file, CancellationToken cancellationToken)
    {
        var head = await client.GetObjectMetadataAsync(new GetObjectMetadataRequest
        {
            BucketName = source.Bucket,
            Key = source.Key,
            ChecksumMode = ChecksumMode.ENABLED,
        }, cancellationToken).ConfigureAwait(false);
        var etag = ObjectListing.Bare(head.ETag);
        if (etag != source.ETag)
            throw new LakeException(nameof(Errors.Errors.ObjectChanged), LakeErrorCategory.Conflict, source, Errors.Errors.ObjectChanged, source.Uri);
        if (head.ChecksumCRC32 is { Length: > 0 } crc && head.ChecksumType != ChecksumType.COMPOSITE && !crc.Contains('-', StringComparison.Ordinal))
        {
            var hash = new Crc32();
            await HashAsync(file, hash.Append, cancellationToken).ConfigureAwait(false);
            var bytes = hash.GetCurrentHash();
            Array.Reverse(bytes); // S3 writes it with the highest byte first
            Compare(source, "CRC-32", Convert.ToBase64String(bytes), crc);
        }
        else if (etag.Length == Md5Length && head.ServerSideEncryptionMethod?.Value is null or "AES256")
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
            await HashAsync(file, bytes => hash.AppendData(bytes), cancellationToken).ConfigureAwait(false);
            Compare(source, "MD5", Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant(), etag);
        }
    }

    private static async Task HashAsync(SafeFileHandle file, Hasher append, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            var position = 0L;
            while (await RandomAccess.ReadAsync(file, buffer, position, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                append(buffer.AsSpan(0, read));
                position += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Compare(LakeObject source, string name, string actual, string expected)
    {
        if (actual != expected)
        {
            throw new LakeException(nameof(Errors.Errors.ChecksumMismatch), LakeErrorCategory.InvalidData, source,
                Errors.Errors.ChecksumMismatch, source.Uri, name, actual, expected);
        }
    }

    private delegate void Hasher(ReadOnlySpan<byte> bytes);
}
