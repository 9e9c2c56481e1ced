using System.Buffers;
using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Rules.Errors;
using Microsoft.Win32.SafeHandles;

namespace LakeTools.Core.Objects;

/// <summary>
/// Verifies that a received file is what S3 holds: by the CRC-32 of the whole object where S3 has it, otherwise by the MD5 that
/// an entity tag is of objects that were sent in one piece and not encrypted with KMS. Of other objects only the size is known.
/// The CRC-32 is taken of each part as it comes, and put together; an MD5 needs the whole file.
/// </summary>
internal sealed class ObjectChecksum
{
    private const int Md5Length = 32;
    private const int BufferLength = 256 * 1024;

    private static readonly Func<GetObjectMetadataResponse, string?>[] s_checksums =
    [
        head => head.ChecksumCRC64NVME,
        head => head.ChecksumCRC32,
        head => head.ChecksumCRC32C,
        head => head.ChecksumSHA256,
        head => head.ChecksumSHA1,
    ];

    private readonly LakeObject _source;
    private readonly string? _crc;
    private readonly bool _isMd5;
    private readonly uint[] _parts;

    private ObjectChecksum(LakeObject source, int parts, string? crc, bool isMd5)
    {
        _source = source;
        _crc = crc;
        _isMd5 = isMd5;
        _parts = new uint[parts];
    }

    /// <summary>Asks for an object's checksum.</summary>
    /// <param name="client">Asks for it.</param>
    /// <param name="source">The object.</param>
    /// <param name="parts">In how many parts it comes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The checksum to compare the object with.</returns>
    /// <exception cref="LakeException"><c>ObjectChanged</c>, <c>ObjectNotFound</c>.</exception>
    public static async Task<ObjectChecksum> AskAsync(IAmazonS3 client, LakeObject source, int parts, CancellationToken cancellationToken)
    {
        var request = new GetObjectMetadataRequest { BucketName = source.Bucket, Key = source.Key, ChecksumMode = ChecksumMode.ENABLED };
        GetObjectMetadataResponse head;
        try
        {
            head = await client.GetObjectMetadataAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            throw Fault.ObjectNotFound(source, source.Uri, inner: error);
        }

        var etag = ObjectListing.Bare(head.ETag);
        if (etag != source.ETag)
            throw Fault.ObjectChanged(source, source.Uri);
        var isMd5 = etag.Length == Md5Length && head.ServerSideEncryptionMethod?.Value is null or "AES256";
        return new ObjectChecksum(source, parts, Whole(head, head.ChecksumCRC32), isMd5);
    }

    /// <summary>Returns whether an object has a CRC-32.</summary>
    /// <param name="head">The object, which was asked for with its checksum.</param>
    /// <param name="crc">The CRC-32, in the form of S3's headers. Null if it is unknown.</param>
    /// <returns>Null if that is not known.</returns>
    public static bool? Is(GetObjectMetadataResponse head, string? crc) =>
        crc is not null && Whole(head, head.ChecksumCRC32) is { } stored ? stored == crc : null;

    /// <summary>Returns whether two objects of the same size have the same content.</summary>
    /// <param name="one">An object, which was asked for with its checksum.</param>
    /// <param name="other">Another one.</param>
    /// <returns>Null if that is not known.</returns>
    public static bool? AreSame(GetObjectMetadataResponse one, GetObjectMetadataResponse other)
    {
        foreach (var read in s_checksums)
            if (Whole(one, read(one)) is { } first && Whole(other, read(other)) is { } second) return first == second;
        return one.ETag == other.ETag ? true : null;
    }

    // Checksums of checksums depend on the parts that an object was sent in.
    private static string? Whole(GetObjectMetadataResponse head, string? checksum) => checksum is { Length: > 0 }
        && head.ChecksumType != ChecksumType.COMPOSITE && !checksum.Contains('-', StringComparison.Ordinal) ? checksum : null;

    /// <summary>The checksum of a part's bytes as they arrive; null if no checksum of single parts is needed.</summary>
    /// <returns>A new hash.</returns>
    public Crc32? Begin() => _crc is null ? null : new Crc32();

    /// <summary>Takes the hash of a part that came whole.</summary>
    /// <param name="part">The part.</param>
    /// <param name="hash">The result of <see cref="Begin"/>.</param>
    public void End(PartPlan.Part part, Crc32? hash)
    {
        if (hash is not null) _parts[part.Number - 1] = hash.Value;
    }

    /// <summary>Verifies a file whose parts all came.</summary>
    /// <param name="file">The file.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>ChecksumMismatch</c>.</exception>
    public async Task VerifyAsync(SafeFileHandle file, IReadOnlyList<PartPlan.Part> parts, CancellationToken cancellationToken)
    {
        if (_crc is not null)
        {
            var whole = parts.Aggregate(0u, (crc, part) => Crc32.Combine(crc, _parts[part.Number - 1], part.Length));
            Compare("CRC-32", Crc32.Base64(whole), _crc);
        }
        else if (_isMd5)
        {
            Compare("MD5", await Md5Async(file, cancellationToken).ConfigureAwait(false), _source.ETag);
        }
    }

    private static async Task<string> Md5Async(SafeFileHandle file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            var position = 0L;
            while (await RandomAccess.ReadAsync(file, buffer, position, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                hash.AppendData(buffer.AsSpan(0, read));
                position += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }

    private void Compare(string name, string actual, string expected)
    {
        if (actual != expected)
        {
            throw Fault.ChecksumMismatch(_source, _source.Uri, name, actual, expected);
        }
    }
}
