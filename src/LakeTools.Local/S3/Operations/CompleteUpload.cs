using System.Globalization;
using System.Security.Cryptography;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Makes an object of the parts of an upload. Their files become its content as they are; no byte is copied.</summary>
internal static class CompleteUpload
{
    private const int BlockSize = 64 * 1024;

    // Of every part but the last.
    private const long MinPart = 5 * 1024 * 1024;

    public static async Task<WireResponse> RunAsync(S3Call call, CancellationToken cancellationToken)
    {
        var body = await call.ReadXmlAsync(cancellationToken).ConfigureAwait(false);
        var id = MultipartOperations.UploadId(call);
        var named = body.Children("Part").Select(NamedPart.Of).ToList();
        if (named.Count == 0) throw S3Error.MalformedXml();
        for (var i = 1; i < named.Count; i++)
            if (named[i].Number <= named[i - 1].Number) throw S3Error.InvalidPartOrder();

        var (upload, parts) = call.Store.Read(session => Choose(call, session, id, named));
        var checksum = await ChecksumAsync(call, upload, parts, cancellationToken).ConfigureAwait(false);
        var item = await call.ObjectStore.WriteAsync(call.Store, session =>
        {
            // Again in this transaction: a part may have been sent anew meanwhile.
            (upload, var used) = Choose(call, session, id, named);
            if (!used.SequenceEqual(parts)) throw S3Error.InvalidPart();
            Conditions.CheckWrite(call.Request, Objects.Find(session, call.Bucket, call.Key));
            var made = Whole(call, upload, used, checksum);
            Uploads.Complete(session, id, used);
            Objects.Put(session, call.Bucket, made, [.. used.Select(part => part.Segment)]);
            return made;
        }).ConfigureAwait(false);
        return S3Answer.Xml("CompleteMultipartUploadResult", xml =>
        {
            xml.Element("Location", $"/{call.Bucket}/{call.Key}");
            xml.Element("Bucket", call.Bucket);
            xml.Element("Key", call.Key);
            xml.Element("ETag", item.QuotedETag);
            if (item.Checksum is not { } stored) return;
            xml.Element("Checksum" + stored.Algorithm, stored.Value);
            xml.Element("ChecksumType", stored.IsComposite ? "COMPOSITE" : "FULL_OBJECT");
        });
    }

    private static (Upload Upload, List<UploadPart> Parts) Choose(S3Call call, StoreSession session, string id, List<NamedPart> named)
    {
        call.Demand(session, ObjectAction.Write);
        var upload = Uploads.Require(session, call.Bucket, call.Key, id);
        var known = Uploads.Parts(session, id).ToDictionary(part => part.Number);
        var parts = new List<UploadPart>(named.Count);
        foreach (var name in named)
        {
            if (!known.TryGetValue(name.Number, out var part) || part.ETag != name.ETag) throw S3Error.InvalidPart();
            parts.Add(part);
        }

        return parts.SkipLast(1).Any(part => part.Segment.Size < MinPart) ? throw S3Error.EntityTooSmall() : (upload, parts);
    }

    private static StoredObject Whole(S3Call call, Upload upload, List<UploadPart> parts, StoredChecksum? checksum) => new(
        call.Key,
        Guid.NewGuid().ToString("N"),
        parts.Sum(part => part.Segment.Size),
        ETag(parts),
        call.Now,
        upload.Headers,
        checksum);

    /// <summary>The MD5 of the parts' MD5s, and their number.</summary>
    private static string ETag(List<UploadPart> parts)
    {
        var sums = parts.SelectMany(part => Convert.FromHexString(part.ETag)).ToArray();
        return $"{Convert.ToHexString(MD5.HashData(sums)).ToLowerInvariant()}-{parts.Count.ToString(CultureInfo.InvariantCulture)}";
    }

    private static async Task<StoredChecksum?> ChecksumAsync(S3Call call, Upload upload, List<UploadPart> parts,
        CancellationToken cancellationToken)
    {
        if (upload.ChecksumAlgorithm is null || ChecksumAlgorithm.ByName(upload.ChecksumAlgorithm) is not { } algorithm) return null;
        using var checksum = algorithm.Create();
        if (upload.ChecksumType == "COMPOSITE")
        {
            foreach (var part in parts)
            {
                if (part.Checksum?.Algorithm != algorithm.Name) return null;
                checksum.Append(Convert.FromBase64String(part.Checksum.Value));
            }

            return new StoredChecksum(algorithm.Name,
                $"{Convert.ToBase64String(checksum.Finish())}-{parts.Count.ToString(CultureInfo.InvariantCulture)}");
        }

        await using var bytes = Open(call, parts);
        using var check = new ContentCheck(Whole(call, upload, parts, null), [.. parts.Select(part => part.Segment)]);
        var block = new byte[BlockSize];
        int read;
        while ((read = await bytes.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0)
        {
            check.Append(block.AsSpan(0, read));
            checksum.Append(block.AsSpan(0, read));
        }

        check.Finish();
        var stored = new StoredChecksum(algorithm.Name, Convert.ToBase64String(checksum.Finish()));
        if (call.Request.Header(stored.Header) is { } given && given != stored.Value) throw S3Error.BadDigest(algorithm.Name);
        return stored;
    }

    private static SegmentStream Open(S3Call call, List<UploadPart> parts)
    {
        try
        {
            return SegmentStream.Open(call.ObjectStore.Blobs, [.. parts.Select(part => part.Segment)], 0,
                parts.Sum(part => part.Segment.Size));
        }
        catch (FileNotFoundException)
        {
            throw S3Error.InvalidPart(); // sent anew since it was chosen
        }
    }

    /// <summary>A part as the request to complete names it.</summary>
    private sealed record NamedPart(int Number, string ETag)
    {
        public static NamedPart Of(XmlBody part) =>
            int.TryParse(part.RequiredText("PartNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new NamedPart(number, part.RequiredText("ETag").Trim('"'))
                : throw S3Error.MalformedXml();
    }
}
