using System.Globalization;
using System.Security.Cryptography;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Signing;

namespace LakeTools.Local.S3.Bodies;

/// <summary>Reads the body of a request, decodes it, and holds it against everything that the request says about it.</summary>
internal static class BodyReader
{
    private const int BlockSize = 256 * 1024;

    /// <summary>Copies the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="verified">Its signature.</param>
    /// <param name="destination">Takes the decoded bytes. They are good only if this returns.</param>
    /// <param name="limit">The most bytes that may come.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="byDefault">The checksum that is computed where the request gives none; null for none.</param>
    /// <param name="beside">An additional checksum that is computed; null for none.</param>
    /// <param name="hasObjectChecksum">True if the checksum in the headers is that of an object and not of the body.</param>
    public static async Task<ReceivedBody> CopyAsync(
        WireRequest request,
        VerifiedRequest verified,
        Stream destination,
        long limit,
        CancellationToken cancellationToken,
        ChecksumAlgorithm? byDefault = null,
        ChecksumAlgorithm? beside = null,
        bool hasObjectChecksum = false)
    {
        var chunked = IsChunked(verified) ? new AwsChunkedStream(request.Body, verified) : null;
        var expected = ExpectedSize(request, chunked is not null);
        if (expected > limit) throw S3Error.EntityTooLarge();
        var (declared, inTrailer) = hasObjectChecksum ? (null, false) : DeclaredChecksum(request);
        var algorithm = declared ?? byDefault;
        using var checksum = algorithm?.Create();
        using var besides = beside?.Create();
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var sha256 = PayloadHash.IsHash(verified.Payload) ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        var source = chunked ?? request.Body;
        var block = new byte[Math.Min(BlockSize, (expected ?? limit) + 1)];
        long size = 0;
        int read;
        while ((read = await source.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false)) > 0)
        {
            size += read;
            if (size > limit) throw S3Error.EntityTooLarge();
            if (size > expected) throw S3Error.IncompleteBody();
            md5.AppendData(block, 0, read);
            sha256?.AppendData(block, 0, read);
            checksum?.Append(block.AsSpan(0, read));
            besides?.Append(block.AsSpan(0, read));
            await destination.WriteAsync(block.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }

        if (expected is { } length && length != size) throw S3Error.IncompleteBody();
        if (sha256 is not null && Hex(sha256.GetHashAndReset()) != verified.Payload)
            throw new ApiException("XAmzContentSHA256Mismatch",
                "The provided 'x-amz-content-sha256' header does not match what was computed.");
        var hash = md5.GetHashAndReset();
        CheckMd5(request, hash);
        var stored = StoredChecksum.Of(algorithm, checksum);
        if (declared is not null) CheckChecksum(stored!, inTrailer
            ? chunked?.Trailers.GetValueOrDefault(stored!.Header) : request.Header(stored!.Header));
        return new ReceivedBody(size, hash, stored, StoredChecksum.Of(beside, besides));
    }

    /// <summary>The decoded size in bytes that the request declares; null if it declares none.</summary>
    public static long? SizeOf(WireRequest request, VerifiedRequest verified) => ExpectedSize(request, IsChunked(verified));

    private static bool IsChunked(VerifiedRequest verified) => verified.Payload.StartsWith("STREAMING-", StringComparison.Ordinal);

    private static long? ExpectedSize(WireRequest request, bool chunked)
    {
        var text = request.Header(chunked ? "X-Amz-Decoded-Content-Length" : "Content-Length");
        if (text is null) return chunked ? throw S3Error.MissingContentLength() : null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? size : throw S3Error.MissingContentLength();
    }

    /// <summary>The checksum whose value a header gives, or a trailer that a header announces.</summary>
    private static (ChecksumAlgorithm? Algorithm, bool InTrailer) DeclaredChecksum(WireRequest request)
    {
        var given = ChecksumAlgorithm.All.Where(algorithm => request.Header(algorithm.Header) is not null).ToList();
        var trailer = request.Header("X-Amz-Trailer");
        if (given.Count + (trailer is null ? 0 : 1) > 1)
            throw S3Error.InvalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        var announced = trailer is null ? null : ChecksumAlgorithm.ByHeader(trailer)
            ?? throw S3Error.InvalidRequest("The value specified in the x-amz-trailer header is not supported");
        var declared = announced ?? given.FirstOrDefault();
        CheckAlgorithm(request.Header("x-amz-sdk-checksum-algorithm"), declared);
        if (announced is null && declared is not null && !declared.IsValue(request.Header(declared.Header)!))
            throw S3Error.InvalidHeader(declared.Header);
        return (declared, announced is not null);
    }

    /// <summary>The checksum algorithm that an SDK declares must be the one that it sends.</summary>
    private static void CheckAlgorithm(string? name, ChecksumAlgorithm? declared)
    {
        if (name is null) return;
        var algorithm = ChecksumAlgorithm.Named(name);
        if (declared is null)
        {
            throw S3Error.InvalidRequest(
                "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.");
        }

        if (algorithm != declared) throw S3Error.InvalidHeader("x-amz-sdk-checksum-algorithm");
    }

    private static void CheckMd5(WireRequest request, byte[] hash)
    {
        if (request.Header("Content-MD5") is not { } given) return;
        var bytes = new byte[hash.Length + 2];
        if (!Convert.TryFromBase64String(given, bytes, out var length) || length != hash.Length) throw S3Error.InvalidMd5(given);
        if (!hash.AsSpan().SequenceEqual(bytes.AsSpan(0, length))) throw S3Error.BadMd5(Convert.ToBase64String(hash), given);
    }

    private static void CheckChecksum(StoredChecksum computed, string? given)
    {
        if (given is null) throw new ApiException("MalformedTrailerError", "The request announced a checksum and did not send it.");
        if (given != computed.Value) throw S3Error.BadDigest(computed.Algorithm);
    }

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
