using System.Xml;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Lists of objects, in both versions.</summary>
internal static class ListOperations
{
    private const int MaxKeys = 1000;

    public static Task<WireResponse> ListObjectsV2(S3Call call, CancellationToken cancellationToken)
    {
        if (call.Request.QueryParameter("list-type") != "2") throw S3Error.InvalidArgument("Invalid List Type");
        var list = ListRequest.Of(call);
        var token = call.Request.QueryParameter("continuation-token");
        var startAfter = call.Request.QueryParameter("start-after") ?? "";
        var page = Page(call, list, token is null ? startAfter : ListToken.Read(token));
        return Task.FromResult(S3Answer.Xml("ListBucketResult", xml =>
        {
            WriteHead(xml, call, list, page);
            xml.Element("KeyCount", page.Items.Count + page.CommonPrefixes.Count);
            if (startAfter.Length > 0) xml.Element("StartAfter", list.Encode(startAfter));
            if (token is not null) xml.Element("ContinuationToken", token);
            if (page.IsTruncated) xml.Element("NextContinuationToken", ListToken.Write(page.Last!));
            WriteKeys(xml, call, list, page, withOwner: call.Request.QueryParameter("fetch-owner") == "true");
        }));
    }

    public static Task<WireResponse> ListObjects(S3Call call, CancellationToken cancellationToken)
    {
        var list = ListRequest.Of(call);
        var marker = call.Request.QueryParameter("marker") ?? "";
        var page = Page(call, list, marker);
        return Task.FromResult(S3Answer.Xml("ListBucketResult", xml =>
        {
            WriteHead(xml, call, list, page);
            xml.Element("Marker", list.Encode(marker));

            // Without a delimiter clients go on from the last key themselves.
            if (page.IsTruncated && list.Delimiter.Length > 0) xml.Element("NextMarker", list.Encode(page.Last!));
            WriteKeys(xml, call, list, page, withOwner: true);
        }));
    }

    /// <summary>Every object is the one version of its key, with the id <c>null</c>, as in a bucket of AWS without versions.</summary>
    public static Task<WireResponse> ListObjectVersions(S3Call call, CancellationToken cancellationToken)
    {
        var list = ListRequest.Of(call);
        var marker = call.Request.QueryParameter("key-marker") ?? "";
        var version = call.Request.QueryParameter("version-id-marker") ?? "";
        if (version.Length > 0 && marker.Length == 0) throw S3Error.InvalidArgument(
            "A version-id marker cannot be specified without a key marker.");
        var page = Page(call, list, marker);
        return Task.FromResult(S3Answer.Xml("ListVersionsResult", xml =>
        {
            WriteHead(xml, call, list, page);
            xml.Element("KeyMarker", list.Encode(marker));
            xml.Element("VersionIdMarker", version);
            if (page.IsTruncated)
            {
                xml.Element("NextKeyMarker", list.Encode(page.Last!));
                if (page.Items.Count > 0 && page.Items[^1].Key == page.Last) xml.Element("NextVersionIdMarker", VersionId.Null);
            }

            foreach (var item in page.Items)
            {
                xml.Group("Version", () =>
                {
                    WriteItem(xml, call, list, item, withOwner: true);
                    xml.Element("VersionId", VersionId.Null);
                    xml.Element("IsLatest", true);
                });
            }

            foreach (var prefix in page.CommonPrefixes) xml.Group("CommonPrefixes", () => xml.Element("Prefix", list.Encode(prefix)));
        }));
    }

    private static KeyPage Page(S3Call call, ListRequest list, string after) => call.Store.Read(session =>
    {
        call.Demand(session, ObjectAction.List, call.Bucket, list.Prefix);
        return KeyWalk.Collect(session, call.Bucket, list.Prefix, list.Delimiter, after, list.Limit, call.Closed(session, list.Prefix));
    });

    private static void WriteHead(XmlWriter xml, S3Call call, ListRequest list, KeyPage page)
    {
        xml.Element("Name", call.Bucket);
        xml.Element("Prefix", list.Encode(list.Prefix));
        if (list.Delimiter.Length > 0) xml.Element("Delimiter", list.Encode(list.Delimiter));
        if (list.Encoding.IsUrl) xml.Element("EncodingType", "url");
        xml.Element("MaxKeys", list.Limit);
        xml.Element("IsTruncated", page.IsTruncated);
    }

    private static void WriteKeys(XmlWriter xml, S3Call call, ListRequest list, KeyPage page, bool withOwner)
    {
        foreach (var item in page.Items) xml.Group("Contents", () => WriteItem(xml, call, list, item, withOwner));
        foreach (var prefix in page.CommonPrefixes) xml.Group("CommonPrefixes", () => xml.Element("Prefix", list.Encode(prefix)));
    }

    private static void WriteItem(XmlWriter xml, S3Call call, ListRequest list, StoredObject item, bool withOwner)
    {
        xml.Element("Key", list.Encode(item.Key));
        xml.Element("LastModified", WireTime.IsoMilliseconds(item.Modified));
        xml.Element("ETag", item.QuotedETag);
        if (item.Checksum is { } checksum)
        {
            xml.Element("ChecksumAlgorithm", checksum.Algorithm);
            xml.Element("ChecksumType", checksum.IsComposite ? "COMPOSITE" : "FULL_OBJECT");
        }

        xml.Element("Size", item.Size);
        xml.Element("StorageClass", "STANDARD");
        if (withOwner) xml.Group("Owner", () => xml.Element("ID", call.Lake.AccountId));
    }

    /// <summary>What both versions of the list ask for.</summary>
    private sealed record ListRequest(string Prefix, string Delimiter, int Limit, KeyEncoding Encoding)
    {
        public static ListRequest Of(S3Call call)
        {
            return new ListRequest(
                call.Request.QueryParameter("prefix") ?? "",
                call.Request.QueryParameter("delimiter") ?? "",
                call.Number("max-keys", MaxKeys, MaxKeys),
                KeyEncoding.Of(call));
        }

        public string Encode(string text) => Encoding.Encode(text);
    }
}
