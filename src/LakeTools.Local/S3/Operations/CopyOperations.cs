using System.Security.Cryptography;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Bodies;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Copies within the lake, of objects and into parts.</summary>
internal static class CopyOperations
{
    private const int BlockSize = 64 * 1024;

    public static async Task<WireResponse> CopyObject(S3Call call, CancellationToken cancellationToken)
    {
        var source = CopySource.Of(call.Request);
        call.Store.Read(session =>
        {
            call.Demand(session, ObjectAction.Write);
            return true;
        });
        var replace = call.Request.Header("x-amz-metadata-directive") == "REPLACE";
        if (!replace && source.Bucket == call.Bucket && source.Key == call.Key)
        {
            throw S3Error.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, "
                    + "storage class, website redirect location or encryption attributes.");
        }

        var (original, bytes) = source.Open(call, found => (0, found.Size));
        await using var closing = bytes.ConfigureAwait(false);
        if (original.Size > WriteOperations.MaxPut) throw S3Error.InvalidRequest("The specified copy source is larger than the maximum "
            + "allowable size for a copy source: 5368709120");
        var algorithm = Wanted(call) ?? (original.Checksum is { IsComposite: false } known
            ? ChecksumAlgorithm.ByName(known.Algorithm) : null);
        using var check = new ContentCheck(original, bytes.Segments);
        var received = await ReceivedContent.TakeAsync(
            call,
            original.Size,
            file => CopyAsync(bytes, algorithm, check, file, cancellationToken)).ConfigureAwait(false);
        var item = received.ToObject(call, Headers(call.Request, original.Headers, replace));
        await WriteOperations.CommitAsync(call, item, received.Segment).ConfigureAwait(false);
        return S3Answer.Xml("CopyObjectResult", xml =>
        {
            xml.Element("LastModified", WireTime.IsoMilliseconds(item.Modified));
            xml.Element("ETag", item.QuotedETag);
            if (item.Checksum is { } checksum) xml.Element("Checksum" + checksum.Algorithm, checksum.Value);
        });
    }

    /// <summary>Copies bytes of the lake, as <see cref="BodyReader"/> does with those of a request.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="algorithm">The checksum that the copy has beside its MD5.</param>
    /// <param name="check">Compares the bytes with what was stored; null where they are not the whole of it.</param>
    /// <param name="destination">Takes the bytes. They are good only if this returns.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ReceivedBody> CopyAsync(Stream bytes, ChecksumAlgorithm? algorithm, ContentCheck? check, Stream destination,
        CancellationToken cancellationToken)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var checksum = algorithm?.Create();
        var block = new byte[BlockSize];
        long size = 0;
        int read;
        while ((read = await bytes.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0)
        {
            size += read;
            md5.AppendData(block, 0, read);
            check?.Append(block.AsSpan(0, read));
            checksum?.Append(block.AsSpan(0, read));
            await destination.WriteAsync(block.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }

        check?.Finish();
        var stored = checksum is null ? null : new StoredChecksum(algorithm!.Name, Convert.ToBase64String(checksum.Finish()));
        return new ReceivedBody(size, md5.GetHashAndReset(), stored);
    }

    private static ChecksumAlgorithm? Wanted(S3Call call) =>
        call.Request.Header("x-amz-checksum-algorithm") is { } name ? ChecksumAlgorithm.ByName(name) : null;

    /// <summary>What is said about the copy: as about the original, or as the request says; tags have a directive of their own.</summary>
    private static ObjectHeaders Headers(WireRequest request, ObjectHeaders original, bool replace)
    {
        var given = ObjectHeaders.Of(request);
        var tags = request.Header("x-amz-tagging-directive") == "REPLACE" ? given.Tags : original.Tags;
        return (replace ? given : original) with { Tags = tags };
    }
}
