using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Calls;
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

    public static async Task<WireResponse> CompleteMultipartUpload(S3Call call, CancellationToken cancellationToken)
    {
        var body = await call.ReadXmlAsync(cancellationToken, hasObjectChecksum: true).ConfigureAwait(false);
        var id = MultipartOperations.UploadId(call);
        var named = body.Children("Part").Select(NamedPart.Of).ToList();
        if (call.Store.Read(session => Completed(call, session, id, named)) is { } former) return Answer(call, former);
        if (named.Count == 0) throw body.IsEmpty ? S3Error.InvalidRequest("You must specify at least one part") : S3Error.MalformedXml();
        for (var i = 1; i < named.Count; i++)
            if (named[i].Number <= named[i - 1].Number) throw S3Error.InvalidPartOrder(id);

        var (upload, parts) = call.Store.Read(session => Choose(call, session, id, named));
        var checksum = await ChecksumAsync(call, upload, parts, cancellationToken).ConfigureAwait(false);
        CheckGiven(call, upload, checksum);
        var item = await call.ObjectStore.WriteAsync(call.Store, session =>
        {
            // Again in this transaction: a part may have been sent again in the meantime.
            (upload, var used) = Choose(call, session, id, named);
            if (!used.SequenceEqual(parts)) throw S3Error.InvalidPart(id, named[0].Number, named[0].ETag);
            Conditions.CheckWrite(call, Objects.Find(session, call.Bucket, call.Key), upload.IsOvertaken);
            var made = Whole(call, upload, used, checksum);
            Uploads.Complete(session, id, used);
            made = Objects.Put(session, call.Bucket, made,
                [.. used.Select(part => part.Segment with { Checksum = checksum is { IsComposite: true } ? part.Checksum?.Value : null })]);
            Uploads.NoteCompleted(session, upload, NamedPart.Text(named), made);
            return made;
        }).ConfigureAwait(false);
        return Answer(call, item);
    }

    private static WireResponse Answer(S3Call call, StoredObject item)
    {
        var response = S3Answer.Xml("CompleteMultipartUploadResult", xml =>
        {
            xml.Element("Location", $"http://{call.Request.Host}/{FormEncoding.Encode(call.Bucket)}/{FormEncoding.Encode(call.Key)}");
            xml.Element("Bucket", call.Bucket);
            xml.Element("Key", call.Key);
            xml.Element("ETag", item.QuotedETag);
            if (item.Checksum is { } stored) S3Answer.Checksum(xml, stored);
        });
        return WriteOperations.Told(call, item, response);
    }

    /// <summary>The response to the same request before. A client that lost the response sends the request again.</summary>
    private static StoredObject? Completed(S3Call call, StoreSession session, string id, List<NamedPart> named)
    {
        call.Demand(session, ObjectAction.Write);
        return Uploads.Completed(session, call.Bucket, call.Key, id, NamedPart.Text(named));
    }

    private static (Upload Upload, List<UploadPart> Parts) Choose(S3Call call, StoreSession session, string id, List<NamedPart> named)
    {
        call.Demand(session, ObjectAction.Write);
        var upload = Uploads.Require(session, call.Bucket, call.Key, id);
        var known = Uploads.Parts(session, id).ToDictionary(part => part.Number);
        var parts = new List<UploadPart>(named.Count);
        foreach (var name in named)
        {
            if (!known.TryGetValue(name.Number, out var part) || part.ETag != name.ETag || !name.IsOf(part))
                throw S3Error.InvalidPart(id, name.Number, name.ETag);
            CheckNamed(upload, name);
            parts.Add(part);
        }

        if (parts.SkipLast(1).FirstOrDefault(part => part.Segment.Size < MinPart) is { } small)
            throw S3Error.PartTooSmall(small.Number, small.Segment.Size, MinPart, small.ETag);
        CheckSize(call, parts.Sum(part => part.Segment.Size));
        return (upload, parts);
    }

    /// <summary>A checksum of checksums is made of those that the request names.</summary>
    private static void CheckNamed(Upload upload, NamedPart name)
    {
        if (upload.ChecksumType != "COMPOSITE" || name.Checksums.ContainsKey(upload.ChecksumAlgorithm!)) return;
        throw S3Error.InvalidRequest(
            $"The upload was created using a {upload.ChecksumAlgorithm!.ToLowerInvariant()} checksum. The complete request must include "
                + $"the checksum for each part. It was missing for part {name.Number} in the request.");
    }

    private static void CheckSize(S3Call call, long size)
    {
        const string Header = "x-amz-mp-object-size";
        if (call.Request.Header(Header) is not { } text) return;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given)) throw S3Error.InvalidHeader(Header);
        if (given != size)
            throw S3Error.InvalidRequest($"The provided '{Header}' header value {given} does not match what was computed: {size}");
    }

    /// <summary>Compares the checksum of the object with the request's.</summary>
    private static void CheckGiven(S3Call call, Upload upload, StoredChecksum? checksum)
    {
        var type = upload.ChecksumType ?? "FULL_OBJECT";
        if (call.Request.Header("x-amz-checksum-type") is { } wanted && wanted != type)
        {
            throw S3Error.InvalidRequest(
                $"The upload was created using the {type} checksum mode. The complete request must use the same checksum mode.");
        }

        foreach (var algorithm in ChecksumAlgorithm.All)
        {
            if (call.Request.Header(algorithm.Header) is not { } given) continue;
            if (!algorithm.IsValue(given.Split('-')[0])) throw S3Error.InvalidHeader(algorithm.Header);
            if (checksum?.Algorithm != algorithm.Name || checksum.Digest != given.Split('-')[0])
                throw S3Error.BadDigest(algorithm.Name);
        }
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
        if (upload.ChecksumAlgorithm is null && parts.TrueForAll(part => part.Crc64 is not null)) return Combined(parts);
        var algorithm = ChecksumAlgorithm.ByName(upload.ChecksumAlgorithm ?? "") ?? ChecksumAlgorithm.ByDefault;
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

        await using var bytes = Open(call, upload.Id, parts);
        using var check = new ContentCheck(Whole(call, upload, parts, null), [.. parts.Select(part => part.Segment)]);
        var block = new byte[BlockSize];
        int read;
        while ((read = await bytes.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0)
        {
            check.Append(block.AsSpan(0, read));
            checksum.Append(block.AsSpan(0, read));
        }

        check.Finish();
        return StoredChecksum.Of(algorithm, checksum);
    }

    /// <summary>The checksum that S3 adds itself, of those of the parts.</summary>
    private static StoredChecksum Combined(List<UploadPart> parts)
    {
        ulong combined = 0;
        foreach (var part in parts)
        {
            combined = Crc64Combination.Combine(
                combined, BinaryPrimitives.ReadUInt64BigEndian(Convert.FromBase64String(part.Crc64!)), part.Segment.Size);
        }

        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, combined);
        return new StoredChecksum(ChecksumAlgorithm.ByDefault.Name, Convert.ToBase64String(bytes));
    }

    private static SegmentStream Open(S3Call call, string upload, List<UploadPart> parts)
    {
        try
        {
            return SegmentStream.Open(call.ObjectStore.Blobs, [.. parts.Select(part => part.Segment)], 0,
                parts.Sum(part => part.Segment.Size));
        }
        catch (FileNotFoundException)
        {
            throw S3Error.InvalidPart(upload, parts[0].Number, parts[0].ETag); // sent again after it was chosen
        }
    }

    /// <summary>A part as the request to complete names it.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="ETag">Its ETag without quotes.</param>
    /// <param name="Checksums">Its checksums, by the names of their algorithms.</param>
    private sealed record NamedPart(int Number, string ETag, IReadOnlyDictionary<string, string> Checksums)
    {
        public static NamedPart Of(XmlBody part) =>
            int.TryParse(part.RequiredText("PartNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new NamedPart(number, part.RequiredText("ETag").Trim('"'), ChecksumAlgorithm.All
                    .Where(algorithm => part.Text(algorithm.Element) is not null)
                    .ToDictionary(algorithm => algorithm.Name, algorithm => part.Text(algorithm.Element)!))
                : throw S3Error.MalformedXml();

        /// <summary>The parts of a request as one text.</summary>
        public static string Text(List<NamedPart> parts) => string.Join(',', parts.Select(part => $"{part.Number}:{part.ETag}"));

        /// <summary>Whether the checksums that are named are the part's.</summary>
        public bool IsOf(UploadPart part) => Checksums.All(named => part.Checksum?.Algorithm == named.Key
            ? part.Checksum.Value == named.Value
            : named.Key == ChecksumAlgorithm.ByDefault.Name && part.Crc64 == named.Value);
    }
}
