using System.Globalization;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Bodies;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Multipart uploads: begin, send and list parts, abort. Completing one is <see cref="CompleteUpload"/>.</summary>
internal static class MultipartOperations
{
    private const int MaxPartNumber = 10000;
    private const int MaxListed = 1000;

    public static async Task<WireResponse> CreateMultipartUpload(S3Call call, CancellationToken cancellationToken)
    {
        var algorithm = call.Request.Header("x-amz-checksum-algorithm") is { } name
            ? ChecksumAlgorithm.ByName(name) ?? throw S3Error.InvalidRequest("Checksum algorithm provided is unsupported. "
                + "Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]")
            : null;
        var type = algorithm is null ? null
            : call.Request.Header("x-amz-checksum-type") ?? (algorithm.Name == "CRC64NVME" ? "FULL_OBJECT" : "COMPOSITE");
        if (type == "FULL_OBJECT" && !algorithm!.IsCrc)
            throw S3Error.InvalidRequest($"The FULL_OBJECT checksum type cannot be used "
                + $"with the {algorithm.Name.ToLowerInvariant()} checksum algorithm.");
        var upload = new Upload(Guid.NewGuid()
            .ToString("N"), call.Bucket, call.Key, call.Now, ObjectHeaders.Of(call.Request), algorithm?.Name, type);
        await call.Store.WriteAsync(session =>
        {
            call.Demand(session, ObjectAction.Write);
            Uploads.Begin(session, upload);
            return true;
        }).ConfigureAwait(false);
        var response = S3Answer.Xml("InitiateMultipartUploadResult", xml =>
        {
            xml.Element("Bucket", upload.Bucket);
            xml.Element("Key", upload.Key);
            xml.Element("UploadId", upload.Id);
        });
        if (algorithm is not null)
        {
            response.Headers["x-amz-checksum-algorithm"] = algorithm.Name;
            response.Headers["x-amz-checksum-type"] = type!;
        }

        return response;
    }

    public static async Task<WireResponse> UploadPart(S3Call call, CancellationToken cancellationToken)
    {
        var number = PartNumber(call);
        var upload = Find(call);
        if (call.Request.Header("x-amz-copy-source") is not null)
            return await UploadPartCopy(call, upload, number, cancellationToken).ConfigureAwait(false);
        var (blob, body) = await call.ObjectStore.Blobs.WriteAsync(
            file => BodyReader.CopyAsync(call.Request, call.Verified, file, WriteOperations.MaxPut, cancellationToken))
                .ConfigureAwait(false);
        var part = await PutPartAsync(call, upload, number, blob, body).ConfigureAwait(false);
        var response = S3Answer.Empty();
        response.Headers["ETag"] = $"\"{part.ETag}\"";
        if (part.Checksum is { } checksum) response.Headers[checksum.Header] = checksum.Value;
        return response;
    }

    public static Task<WireResponse> CompleteMultipartUpload(S3Call call, CancellationToken cancellationToken) =>
        CompleteUpload.RunAsync(call, cancellationToken);

    public static async Task<WireResponse> AbortMultipartUpload(S3Call call, CancellationToken cancellationToken)
    {
        var id = UploadId(call);
        await call.ObjectStore.WriteAsync(call.Store, session =>
        {
            call.Demand(session, ObjectAction.Write);
            Uploads.Require(session, call.Bucket, call.Key, id);
            Uploads.Abort(session, id);
            return true;
        }).ConfigureAwait(false);
        return S3Answer.Empty(204);
    }

    public static Task<WireResponse> ListParts(S3Call call, CancellationToken cancellationToken)
    {
        var upload = Find(call);
        var limit = call.Number("max-parts", MaxListed, MaxListed);
        var after = call.Number("part-number-marker", 0);
        var parts = call.Store.Read(session => Uploads.Parts(session, upload.Id, after, limit + 1));
        var shown = parts.Take(limit).ToList();
        return Task.FromResult(S3Answer.Xml("ListPartsResult", xml =>
        {
            xml.Element("Bucket", upload.Bucket);
            xml.Element("Key", upload.Key);
            xml.Element("UploadId", upload.Id);
            xml.Element("PartNumberMarker", after);
            if (parts.Count > limit) xml.Element("NextPartNumberMarker", shown.Count > 0 ? shown[^1].Number : after);
            xml.Element("MaxParts", limit);
            xml.Element("IsTruncated", parts.Count > limit);
            if (upload.ChecksumAlgorithm is { } algorithm) xml.Element("ChecksumAlgorithm", algorithm);
            if (upload.ChecksumType is { } type) xml.Element("ChecksumType", type);
            xml.Element("StorageClass", "STANDARD");
            foreach (var part in shown)
            {
                xml.Group("Part", () =>
                {
                    xml.Element("PartNumber", part.Number);
                    xml.Element("LastModified", WireTime.IsoMilliseconds(part.Modified));
                    xml.Element("ETag", $"\"{part.ETag}\"");
                    xml.Element("Size", part.Segment.Size);
                    if (part.Checksum is { } checksum) xml.Element("Checksum" + checksum.Algorithm, checksum.Value);
                });
            }
        }));
    }

    public static Task<WireResponse> ListMultipartUploads(S3Call call, CancellationToken cancellationToken)
    {
        var encoding = KeyEncoding.Of(call);
        var limit = call.Number("max-uploads", MaxListed, MaxListed);
        var prefix = call.Request.QueryParameter("prefix") ?? "";
        var key = call.Request.QueryParameter("key-marker") ?? "";
        // after all ids of the key, which are hexadecimal
        var id = call.Request.QueryParameter("upload-id-marker") ?? (key.Length > 0 ? "g" : "");
        var found = call.Store.Read(session =>
        {
            call.Demand(session, ObjectAction.List, call.Bucket, prefix);
            return UploadsAfter(session, call, prefix, key, id, limit + 1);
        });
        var shown = found.Take(limit).ToList();
        return Task.FromResult(S3Answer.Xml("ListMultipartUploadsResult", xml =>
        {
            xml.Element("Bucket", call.Bucket);
            xml.Element("KeyMarker", encoding.Encode(key));
            xml.Element("Prefix", encoding.Encode(prefix));
            if (encoding.IsUrl) xml.Element("EncodingType", "url");
            xml.Element("MaxUploads", limit);
            xml.Element("IsTruncated", found.Count > limit);
            if (found.Count > limit && shown.Count > 0)
            {
                xml.Element("NextKeyMarker", encoding.Encode(shown[^1].Key));
                xml.Element("NextUploadIdMarker", shown[^1].Id);
            }

            foreach (var upload in shown)
            {
                xml.Group("Upload", () =>
                {
                    xml.Element("Key", encoding.Encode(upload.Key));
                    xml.Element("UploadId", upload.Id);
                    xml.Element("StorageClass", "STANDARD");
                    xml.Element("Initiated", WireTime.IsoMilliseconds(upload.Started));
                });
            }
        }));
    }

    /// <summary>Uploads that follow and that the caller may know of, as many as are asked for.</summary>
    private static List<Upload> UploadsAfter(StoreSession session, S3Call call, string prefix, string key, string id, int count)
    {
        var (found, closed) = (new List<Upload>(), call.Closed(session, prefix));
        while (true)
        {
            var batch = Uploads.After(session, call.Bucket, prefix, key, id, count);
            found.AddRange(batch.TakeWhile(upload => upload.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Where(upload => !closed.Holds(upload.Key)));
            if (batch.Count < count || found.Count >= count || !batch[^1].Key.StartsWith(prefix, StringComparison.Ordinal))
                return found.Count > count ? found[..count] : found;
            (key, id) = (batch[^1].Key, batch[^1].Id);
        }
    }

    /// <summary>The upload's id that the request names.</summary>
    public static string UploadId(S3Call call) => call.Request.QueryParameter("uploadId") ?? throw S3Error.NoSuchUpload();

    private static async Task<WireResponse> UploadPartCopy(S3Call call, Upload upload, int number, CancellationToken cancellationToken)
    {
        var header = call.Request.Header("x-amz-copy-source-range");
        var source = CopySource.Of(call.Request);
        var (original, bytes) = source.Open(call, item => ByteRange.Parse(header, item.Size) ?? (0, item.Size));
        await using var closing = bytes.ConfigureAwait(false);
        if (header is not null) await CheckAsync(call, source, original, cancellationToken).ConfigureAwait(false);
        using var check = header is null ? new ContentCheck(original, bytes.Segments) : null;
        var algorithm = upload.ChecksumAlgorithm is { } name ? ChecksumAlgorithm.ByName(name) : null;
        var (blob, body) = await call.ObjectStore.Blobs.WriteAsync(
            file => CopyOperations.CopyAsync(bytes, algorithm, check, file, cancellationToken)).ConfigureAwait(false);
        var part = await PutPartAsync(call, upload, number, blob, body).ConfigureAwait(false);
        return S3Answer.Xml("CopyPartResult", xml =>
        {
            xml.Element("LastModified", WireTime.IsoMilliseconds(part.Modified));
            xml.Element("ETag", $"\"{part.ETag}\"");
            if (part.Checksum is { } checksum) xml.Element("Checksum" + checksum.Algorithm, checksum.Value);
        });
    }

    /// <summary>
    /// A range alone cannot be compared with what was stored: the first copy of a range reads the whole object, once in the process.
    /// </summary>
    private static async Task CheckAsync(S3Call call, CopySource source, StoredObject item, CancellationToken cancellationToken)
    {
        if (call.ObjectStore.IsCompared(item.Content)) return;
        if (call.ObjectStore.OpenRead(call.Store, source.Bucket, item, found => (0, found.Size)) is not var (opened, bytes)) return;
        await using var closing = bytes.ConfigureAwait(false);
        using var check = new ContentCheck(opened, bytes.Segments);
        await CopyOperations.CopyAsync(bytes, null, check, Stream.Null, cancellationToken).ConfigureAwait(false);
        call.ObjectStore.NoteCompared(opened.Content);
    }

    private static Task<UploadPart> PutPartAsync(S3Call call, Upload upload, int number, string blob, ReceivedBody body)
    {
        var etag = Convert.ToHexString(body.Md5).ToLowerInvariant();
        var part = new UploadPart(number, new Segment(blob, body.Size), etag, call.Now, body.Checksum);
        return call.ObjectStore.WriteAsync(call.Store, blob, session =>
        {
            Uploads.Require(session, call.Bucket, call.Key, upload.Id);
            Uploads.PutPart(session, upload.Id, part);
            return part;
        });
    }

    private static Upload Find(S3Call call)
    {
        var id = UploadId(call);
        return call.Store.Read(session =>
        {
            call.Demand(session, ObjectAction.Write);
            return Uploads.Require(session, call.Bucket, call.Key, id);
        });
    }

    private static int PartNumber(S3Call call)
    {
        var number = call.Number("partNumber", 0);
        return number is >= 1 and <= MaxPartNumber
            ? number
            : throw S3Error.InvalidArgument(
                $"Part number must be an integer between 1 and {MaxPartNumber.ToString(CultureInfo.InvariantCulture)}, inclusive");
    }
}
