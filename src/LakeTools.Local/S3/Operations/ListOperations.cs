using System.Xml;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Lists of objects, in both versions.</summary>
internal static class ListOperations
{
    private const string Token = "continuation-token";
    private const string StartAfter = "start-after";

    public static Task<WireResponse> ListObjectsV2(S3Call call, CancellationToken cancellationToken)
    {
        var list = ListRequest.Of(call);
        Refuse(call, "marker", "Marker unsupported with REST.GET.BUCKET in list-type=2");
        var token = call.Request.QueryParameter(Token);
        var startAfter = call.Request.QueryParameter(StartAfter);
        var page = Page(call, list, token is null ? startAfter ?? "" : ListToken.Read(call.Request, $"{call.Bucket}/objects", token));
        return Task.FromResult(Answer(call, xml =>
        {
            WriteHead(xml, call, list, page.IsTruncated);
            xml.Element("KeyCount", page.Items.Count + page.CommonPrefixes.Count);
            if (token is not null) xml.Element("ContinuationToken", token);
            else if (startAfter is not null) xml.Element("StartAfter", list.Encode(startAfter));
            if (page.IsTruncated) xml.Element("NextContinuationToken", ListToken.Write(call.Request, $"{call.Bucket}/objects", page.Last!));
            WriteKeys(xml, call, list, page, withOwner: call.Request.QueryParameter("fetch-owner") == "true");
        }));
    }

    public static Task<WireResponse> ListObjects(S3Call call, CancellationToken cancellationToken)
    {
        var list = ListRequest.Of(call);
        Refuse(call, Token, "continuation-token only supported in REST.GET.BUCKET with list-type=2");
        Refuse(call, StartAfter, "startAfter only supported in REST.GET.BUCKET with list-type=2");
        var marker = call.Request.QueryParameter("marker") ?? "";
        var page = Page(call, list, marker);
        return Task.FromResult(Answer(call, xml =>
        {
            WriteHead(xml, call, list, page.IsTruncated);
            xml.Element("Marker", list.Encode(marker));

            // Without a delimiter clients go on from the last key themselves.
            if (page.IsTruncated && list.Delimiter.Length > 0) xml.Element("NextMarker", list.Encode(page.Last!));
            WriteKeys(xml, call, list, page, withOwner: true);
        }));
    }

    /// <summary>Writes what all lists of keys begin with.</summary>
    public static void WriteHead(XmlWriter xml, S3Call call, ListRequest list, bool isTruncated)
    {
        xml.Element("Name", call.Bucket);
        xml.Element("Prefix", list.Encode(list.Prefix));
        if (list.Delimiter.Length > 0) xml.Element("Delimiter", list.Encode(list.Delimiter));
        if (list.Encoding.Asked is { } asked) xml.Element("EncodingType", asked);
        xml.Element("MaxKeys", list.Asked);
        xml.Element("IsTruncated", isTruncated);
    }

    /// <summary>Writes an object or a version of one.</summary>
    public static void WriteItem(XmlWriter xml, S3Call call, ListRequest list, StoredObject item, bool withOwner)
    {
        xml.Element("Key", list.Encode(item.Key));
        xml.Element("LastModified", WireTime.IsoOfS3(item.Modified));
        xml.Element("ETag", item.QuotedETag);
        if (item.Checksum is { } checksum)
        {
            xml.Element("ChecksumAlgorithm", checksum.Algorithm);
            xml.Element("ChecksumType", checksum.Type);
        }

        xml.Element("Size", item.Size);
        xml.Element("StorageClass", item.Headers.StorageClass);
        if (withOwner) xml.Group("Owner", () => xml.Element("ID", call.Owner));
    }

    // Refuses a parameter of the other version of the list.
    private static void Refuse(S3Call call, string parameter, string text)
    {
        if (call.Request.QueryParameter(parameter) is not null) throw S3Error.InvalidArgument(text, parameter, null);
    }

    private static WireResponse Answer(S3Call call, Action<XmlWriter> write)
    {
        var response = S3Answer.Xml("ListBucketResult", write);
        response.Headers["x-amz-bucket-region"] =
            call.Store.Read(session => Buckets.Require(session, call.Bucket)).Region ?? call.Lake.Region;
        return response;
    }

    private static KeyPage Page(S3Call call, ListRequest list, string after) => call.Store.Read(session =>
    {
        call.Demand(session, ObjectAction.List, call.Bucket, list.Prefix);
        if (list.Asked < 0) throw S3Error.OutOfRange("maxKeys", list.Asked);
        var closed = call.Closed(session, ObjectAction.List, list.Prefix);
        return KeyWalk.Collect(session, call.Bucket, list.Prefix, list.Delimiter, after, list.Limit, closed);
    });

    private static void WriteKeys(XmlWriter xml, S3Call call, ListRequest list, KeyPage page, bool withOwner)
    {
        foreach (var item in page.Items) xml.Group("Contents", () => WriteItem(xml, call, list, item, withOwner));
        foreach (var prefix in page.CommonPrefixes) xml.Group("CommonPrefixes", () => xml.Element("Prefix", list.Encode(prefix)));
    }
}
