using System.Security.Cryptography;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Bodies;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Copies within the lake, of objects and into parts.</summary>
internal static class CopyOperations
{
    private const int BlockSize = 64 * 1024;

    // The headers that make a copy of an object to itself a change.
    private static readonly string[] s_changes =
    [
        ObjectHeaders.StorageClassHeader, ObjectHeaders.EncryptionHeader, "x-amz-website-redirect-location", "x-amz-checksum-algorithm",
    ];

    public static async Task<WireResponse> CopyObject(S3Call call, CancellationToken cancellationToken)
    {
        var source = CopySource.Of(call.Request);
        call.Store.Read(session =>
        {
            call.DemandPut(session);
            return true;
        });
        var replace = Directive(call, "metadata");
        var replaceTags = Directive(call, "tagging");
        var wanted = call.Request.Header("x-amz-checksum-algorithm") is { } name ? ChecksumAlgorithm.Named(name) : null;
        var (original, bytes) = source.Open(call, found => (0, found.Size));
        await using var closing = bytes.ConfigureAwait(false);
        if (original.Size > WriteOperations.MaxPut) throw S3Error.InvalidRequest("The specified copy source is larger than the maximum "
            + "allowable size for a copy source: 5368709120");
        CheckInPlace(call, source, replace);
        if (!replaceTags && original.Headers.Tags.Count > 0) call.Store.Read(session => DemandTags(call, session, source));
        var given = ObjectHeaders.Of(call.Request);
        var kept = original.Headers.ToCopy();
        var headers = call.Store.Read(session => Description.Of(
            call, session, (replace ? given : kept) with { Tags = replaceTags ? given.Tags : kept.Tags }));
        // The source's algorithm is the copy's too (API reference). The copy is one object, whatever the parts of the source.
        var algorithm = wanted ?? ChecksumAlgorithm.ByName(original.Checksum?.Algorithm ?? "") ?? ChecksumAlgorithm.ByDefault;
        using var check = new ContentCheck(original, bytes.Segments);
        var received = await ReceivedContent.TakeAsync(
            call,
            original.Size,
            file => CopyAsync(bytes, algorithm, check, file, cancellationToken)).ConfigureAwait(false);
        var item = await WriteOperations.CommitAsync(call, received.ToObject(call, headers), received.Segment).ConfigureAwait(false);
        var response = S3Answer.Xml("CopyObjectResult", xml =>
        {
            xml.Element("LastModified", WireTime.IsoOfS3(item.Modified));
            xml.Element("ETag", item.QuotedETag);
            if (item.Checksum is { } checksum) S3Answer.Checksum(xml, checksum);
        });
        CopySource.Tell(original, response.Headers);

        // Other than a put, a copy names a version that has no id too (recorded).
        return ObjectReading.Versioned(call, item, WriteOperations.Told(call, item, response));
    }

    /// <summary>Copies bytes of the lake, as <see cref="BodyReader"/> does with those of a request.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="algorithm">The checksum of the copy besides its MD5.</param>
    /// <param name="check">Compares the bytes with what was stored; null if they are not the whole of it.</param>
    /// <param name="destination">Takes the bytes. They are good only if this returns.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="beside">An additional checksum that is computed; null for none.</param>
    public static async Task<ReceivedBody> CopyAsync(Stream bytes, ChecksumAlgorithm? algorithm, ContentCheck? check, Stream destination,
        CancellationToken cancellationToken, ChecksumAlgorithm? beside = null)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var checksum = algorithm?.Create();
        using var besides = beside?.Create();
        var block = new byte[BlockSize];
        long size = 0;
        int read;
        while ((read = await bytes.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0)
        {
            size += read;
            md5.AppendData(block, 0, read);
            check?.Append(block.AsSpan(0, read));
            checksum?.Append(block.AsSpan(0, read));
            besides?.Append(block.AsSpan(0, read));
            await destination.WriteAsync(block.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }

        check?.Finish();
        return new ReceivedBody(size, md5.GetHashAndReset(), StoredChecksum.Of(algorithm, checksum), StoredChecksum.Of(beside, besides));
    }

    /// <summary>Tags are copied by who may read those of the source and write those of the copy (S3 user guide, copying objects).</summary>
    private static bool DemandTags(S3Call call, StoreSession session, CopySource source)
    {
        call.Demand(session, source.Version is null ? ObjectAction.ReadTags : ObjectAction.ReadVersionTags, source.Bucket, source.Key);
        call.Demand(session, ObjectAction.WriteTags);
        return true;
    }

    /// <summary>Whether a directive says that the copy has what the request says, and not what the source has.</summary>
    private static bool Directive(S3Call call, string of)
    {
        var header = $"x-amz-{of}-directive";
        return call.Request.Header(header) switch
        {
            null or "COPY" => false,
            "REPLACE" => true,
            var other => throw S3Error.InvalidArgument($"Unknown {of} directive.", header, other),
        };
    }

    /// <summary>Throws for a copy of an object to itself that would change nothing.</summary>
    private static void CheckInPlace(S3Call call, CopySource source, bool replace)
    {
        if (replace || source.Bucket != call.Bucket || source.Key != call.Key || source.Version is not null
            || Array.Exists(s_changes, header => call.Request.Header(header) is not null))
            return;
        if (call.Store.Read(session => S3Settings.Find(session, call.Bucket, "encryption")) is not null) return;
        throw S3Error.InvalidRequest(
            "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, "
                + "storage class, website redirect location or encryption attributes.");
    }
}
