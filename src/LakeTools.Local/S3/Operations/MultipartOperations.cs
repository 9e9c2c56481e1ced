using System.Globalization;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Bodies;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Settings;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Multipart uploads: begin, send and copy parts, abort. Completing one is <see cref="CompleteUpload"/>.</summary>
internal static class MultipartOperations
{
    private const int MaxPartNumber = 10000;
    private const string Composite = "COMPOSITE";
    private const string FullObject = "FULL_OBJECT";

    public static async Task<WireResponse> CreateMultipartUpload(S3Call call, CancellationToken cancellationToken)
    {
        var algorithm = call.Request.Header("x-amz-checksum-algorithm") is { } name ? ChecksumAlgorithm.Named(name) : null;
        var type = ChecksumType(call.Request.Header("x-amz-checksum-type"), algorithm);
        var upload = await call.Store.WriteAsync(session =>
        {
            call.DemandPut(session);
            var headers = Description.Of(call, session, ObjectHeaders.Of(call.Request));
            var begun = new Upload(NewId(call.Now), call.Bucket, call.Key, call.Now, headers, algorithm?.Name, type);
            Uploads.Begin(session, begun);
            return begun;
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

        Encryption.Tell(response.Headers, upload.Headers);
        return response;
    }

    public static async Task<WireResponse> UploadPart(S3Call call, CancellationToken cancellationToken)
    {
        var number = PartNumber(call);
        var upload = Find(call, ObjectAction.Write);
        var (blob, body) = await call.ObjectStore.Blobs.WriteAsync(file => BodyReader.CopyAsync(
            call.Request, call.Verified, file, WriteOperations.MaxPut, cancellationToken, beside: Beside(upload))).ConfigureAwait(false);
        var part = await PutPartAsync(call, upload, number, blob, body).ConfigureAwait(false);
        var response = S3Answer.Empty();
        response.Headers["ETag"] = $"\"{part.ETag}\"";
        if (part.Checksum is { } checksum) response.Headers[checksum.Header] = checksum.Value;
        Encryption.Tell(response.Headers, upload.Headers);
        return response;
    }

    public static async Task<WireResponse> UploadPartCopy(S3Call call, CancellationToken cancellationToken)
    {
        var number = PartNumber(call);
        var upload = Find(call, ObjectAction.Write);
        var header = call.Request.Header("x-amz-copy-source-range");
        var source = CopySource.Of(call.Request);
        var (original, bytes) = source.Open(call, item => header is null ? (0, item.Size) : ByteRange.ParseCopy(header, item.Size));
        await using var closing = bytes.ConfigureAwait(false);
        if (header is not null) await CheckAsync(call, source, original, cancellationToken).ConfigureAwait(false);
        using var check = header is null ? new ContentCheck(original, bytes.Segments) : null;
        var algorithm = upload.ChecksumAlgorithm is { } name ? ChecksumAlgorithm.ByName(name) : null;
        var (blob, body) = await call.ObjectStore.Blobs.WriteAsync(
            file => CopyOperations.CopyAsync(bytes, algorithm, check, file, cancellationToken, Beside(upload))).ConfigureAwait(false);
        var part = await PutPartAsync(call, upload, number, blob, body).ConfigureAwait(false);
        var response = S3Answer.Xml("CopyPartResult", xml =>
        {
            xml.Element("LastModified", WireTime.IsoOfS3(part.Modified));
            xml.Element("ETag", $"\"{part.ETag}\"");
            if (part.Checksum is { } checksum) xml.Element("Checksum" + checksum.Algorithm, checksum.Value);
        });
        CopySource.Tell(original, response.Headers);
        Encryption.Tell(response.Headers, upload.Headers);
        return response;
    }

    public static async Task<WireResponse> AbortMultipartUpload(S3Call call, CancellationToken cancellationToken)
    {
        var id = UploadId(call);
        await call.ObjectStore.WriteAsync(call.Store, session =>
        {
            call.Demand(session, ObjectAction.AbortUpload);
            Uploads.Require(session, call.Bucket, call.Key, id);
            Uploads.Abort(session, id);
            return true;
        }).ConfigureAwait(false);
        return S3Answer.Empty(204);
    }

    /// <summary>The upload's id that the request names.</summary>
    public static string UploadId(S3Call call) => call.Request.QueryParameter("uploadId") ?? throw S3Error.NoSuchUpload("");

    /// <summary>The upload that the request names, if the caller has the permission.</summary>
    public static Upload Find(S3Call call, ObjectAction action)
    {
        var id = UploadId(call);
        return call.Store.Read(session =>
        {
            call.Demand(session, action);
            return Uploads.Require(session, call.Bucket, call.Key, id);
        });
    }

    /// <summary>
    /// A new upload's id. Ids follow one another in time, as S3 lists uploads of one key in the order of their beginning.
    /// </summary>
    private static string NewId(DateTimeOffset now) =>
        now.ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture) + Guid.NewGuid().ToString("N");

    private static string? ChecksumType(string? given, ChecksumAlgorithm? algorithm)
    {
        if (given is not (null or Composite or FullObject)) throw S3Error.InvalidHeader("x-amz-checksum-type");
        if (algorithm is null)
        {
            return given is null ? null : throw S3Error.InvalidRequest(
                "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
        }

        var type = given ?? (algorithm == ChecksumAlgorithm.ByDefault ? FullObject : Composite);
        if ((type == FullObject && !algorithm.IsCrc) || (type == Composite && algorithm == ChecksumAlgorithm.ByDefault))
        {
            throw S3Error.InvalidRequest(
                $"The {type} checksum type cannot be used with the {algorithm.Name.ToLowerInvariant()} checksum algorithm.");
        }

        return type;
    }

    /// <summary>
    /// The additional checksum of each part: the input of the object's checksum that S3 adds itself.
    /// </summary>
    private static ChecksumAlgorithm? Beside(Upload upload) => upload.ChecksumAlgorithm is null ? ChecksumAlgorithm.ByDefault : null;

    /// <summary>
    /// A range alone cannot be compared with what was stored: the first copy of a range reads the whole object, once in the process.
    /// </summary>
    private static async Task CheckAsync(S3Call call, CopySource source, StoredObject item, CancellationToken cancellationToken)
    {
        if (call.ObjectStore.IsCompared(item.Content)) return;
        if (call.ObjectStore.OpenRead(call.Store, source.Bucket, item, found => (0, found.Size), source.Version)
            is not var (opened, bytes))
            return;
        await using var closing = bytes.ConfigureAwait(false);
        using var check = new ContentCheck(opened, bytes.Segments);
        await CopyOperations.CopyAsync(bytes, null, check, Stream.Null, cancellationToken).ConfigureAwait(false);
        call.ObjectStore.NoteCompared(opened.Content);
    }

    /// <summary>A part may lack a checksum unless the object's is made of those of its parts (recorded).</summary>
    private static void CheckAlgorithm(Upload upload, string? given)
    {
        if (given == upload.ChecksumAlgorithm || upload.ChecksumAlgorithm is null || (given is null && upload.ChecksumType != Composite))
            return;
        throw S3Error.InvalidRequest(
            $"Checksum Type mismatch occurred, expected checksum Type: {upload.ChecksumAlgorithm.ToLowerInvariant()}, "
                + $"actual checksum Type: {given?.ToLowerInvariant() ?? "null"}");
    }

    private static Task<UploadPart> PutPartAsync(S3Call call, Upload upload, int number, string blob, ReceivedBody body)
    {
        var etag = Convert.ToHexString(body.Md5).ToLowerInvariant();
        var part = new UploadPart(number, new Segment(blob, body.Size), etag, call.Now, body.Checksum, body.Beside?.Value);
        return call.ObjectStore.WriteAsync(call.Store, blob, session =>
        {
            Uploads.Require(session, call.Bucket, call.Key, upload.Id);
            CheckAlgorithm(upload, part.Checksum?.Algorithm);
            Uploads.PutPart(session, upload.Id, part);
            return part;
        });
    }

    /// <summary>The number of the part that the request is about.</summary>
    public static int PartNumber(S3Call call)
    {
        var text = call.Request.QueryParameter("partNumber") ?? "";
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MaxPartNumber
            ? number
            : throw S3Error.InvalidArgument(
                $"Part number must be an integer between 1 and {MaxPartNumber.ToString(CultureInfo.InvariantCulture)}, inclusive",
                "partNumber",
                text);
    }
}
