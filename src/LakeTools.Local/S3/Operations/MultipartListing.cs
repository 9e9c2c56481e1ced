using System.Xml;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Lists of the uploads that were begun, and of their parts.</summary>
internal static class MultipartListing
{
    private const int MaxListed = 1000;

    // After all ids of a key, which are hexadecimal.
    private const string AfterAll = "g";

    public static Task<WireResponse> ListParts(S3Call call, CancellationToken cancellationToken)
    {
        var upload = MultipartOperations.Find(call, ObjectAction.ListParts);
        var limit = call.Number("max-parts", MaxListed, MaxListed);
        var after = call.Number("part-number-marker", 0);
        var parts = call.Store.Read(session => Uploads.Parts(session, upload.Id, after, limit + 1));
        var shown = parts.Take(limit).ToList();
        return Task.FromResult(S3Answer.Xml("ListPartsResult", xml =>
        {
            xml.Element("Bucket", upload.Bucket);
            xml.Element("Key", upload.Key);
            xml.Element("UploadId", upload.Id);
            WriteOwners(xml, call);
            xml.Element("StorageClass", upload.Headers.StorageClass);
            xml.Element("PartNumberMarker", after);
            xml.Element("NextPartNumberMarker", shown.Count > 0 ? shown[^1].Number : 0);
            xml.Element("MaxParts", limit);
            xml.Element("IsTruncated", parts.Count > limit);
            if (upload.ChecksumAlgorithm is { } algorithm) xml.Element("ChecksumAlgorithm", algorithm);
            if (upload.ChecksumType is { } type) xml.Element("ChecksumType", type);
            foreach (var part in shown)
            {
                xml.Group("Part", () =>
                {
                    xml.Element("PartNumber", part.Number);
                    xml.Element("LastModified", WireTime.IsoOfS3(part.Modified));
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
        var delimiter = call.Request.QueryParameter("delimiter") ?? "";
        var key = call.Request.QueryParameter("key-marker") ?? "";
        var id = key.Length > 0 ? call.Request.QueryParameter("upload-id-marker") ?? "" : ""; // S3 leaves it alone without a key
        var (items, isTruncated) = call.Store.Read(session =>
        {
            call.Demand(session, ObjectAction.ListUploads, call.Bucket, prefix);
            if (id.Length > 0) CheckMarker(session, call, key, id);
            return Collect(session, call, prefix, delimiter, key, id, limit);
        });
        var uploads = items.OfType<Upload>().ToList();
        return Task.FromResult(S3Answer.Xml("ListMultipartUploadsResult", xml =>
        {
            xml.Element("Bucket", call.Bucket);
            xml.Element("KeyMarker", encoding.Encode(key));
            xml.Element("UploadIdMarker", id);
            // Common prefixes are no markers, as recorded.
            xml.Element("NextKeyMarker", encoding.Encode(uploads.LastOrDefault()?.Key ?? ""));
            xml.Element("NextUploadIdMarker", uploads.LastOrDefault()?.Id ?? "");
            if (delimiter.Length > 0) xml.Element("Delimiter", encoding.Encode(delimiter));
            if (prefix.Length > 0) xml.Element("Prefix", encoding.Encode(prefix));
            if (encoding.Asked is { } asked) xml.Element("EncodingType", asked);
            xml.Element("MaxUploads", limit);
            xml.Element("IsTruncated", isTruncated);
            foreach (var begun in uploads)
            {
                xml.Group("Upload", () =>
                {
                    xml.Element("Key", encoding.Encode(begun.Key));
                    xml.Element("UploadId", begun.Id);
                    WriteOwners(xml, call);
                    xml.Element("StorageClass", begun.Headers.StorageClass);
                    xml.Element("Initiated", WireTime.IsoOfS3(begun.Started));
                    if (begun.ChecksumAlgorithm is { } algorithm) xml.Element("ChecksumAlgorithm", algorithm);
                    if (begun.ChecksumType is { } type) xml.Element("ChecksumType", type);
                });
            }

            foreach (var common in items.OfType<string>())
                xml.Group("CommonPrefixes", () => xml.Element("Prefix", encoding.Encode(common)));
        }));
    }

    private static void CheckMarker(StoreSession session, S3Call call, string key, string id)
    {
        if (!Uploads.Exists(session, call.Bucket, key, id))
            throw S3Error.InvalidArgument("Invalid uploadId marker", "upload-id-marker", id);
    }

    /// <summary>Uploads, and common prefixes as texts, that follow and that the caller may know of.</summary>
    private static (List<object> Items, bool IsTruncated) Collect(StoreSession session, S3Call call, string prefix, string delimiter,
        string key, string id, int limit)
    {
        var (items, closed, from) = (new List<object>(), call.Closed(session, ObjectAction.ListUploads, prefix), key);
        if (id.Length == 0 && key.Length > 0) id = AfterAll;
        while (true)
        {
            var batch = Uploads.After(session, call.Bucket, prefix, key, id, MaxListed);
            foreach (var upload in batch)
            {
                if (!upload.Key.StartsWith(prefix, StringComparison.Ordinal)) return (items, false);
                if (closed.Holds(upload.Key)) continue;
                var at = delimiter.Length == 0 ? -1 : upload.Key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
                var common = at < 0 ? null : upload.Key[..(at + delimiter.Length)];
                if (common is not null && ((items.LastOrDefault() as string) == common
                    || from.StartsWith(common, StringComparison.Ordinal)))
                {
                    continue;
                }

                if (items.Count == limit) return (items, limit > 0);
                items.Add(common is null ? upload : common);
            }

            if (batch.Count < MaxListed) return (items, false);
            (key, id) = (batch[^1].Key, batch[^1].Id);
        }
    }

    /// <summary>The accounts of the initiator of an upload and of the owner of its object.</summary>
    private static void WriteOwners(XmlWriter xml, S3Call call)
    {
        xml.Group("Initiator", () => xml.Element("ID", call.Lake.AccountId));
        xml.Group("Owner", () => xml.Element("ID", call.Owner));
    }
}
