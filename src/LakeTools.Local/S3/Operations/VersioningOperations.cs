using System.Xml;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Whether a bucket keeps versions, and the list of them.</summary>
internal static class VersioningOperations
{
    private const string Root = "VersioningConfiguration";

    public static Task<WireResponse> GetBucketVersioning(S3Call call, CancellationToken cancellationToken)
    {
        var bucket = call.Store.Read(session => call.DemandSetting(session, "s3:GetBucketVersioning"));
        return Task.FromResult(S3Answer.Xml(Root, xml =>
        {
            if (bucket.Versioning is { } status) xml.Element("Status", status);
        }));
    }

    public static async Task<WireResponse> PutBucketVersioning(S3Call call, CancellationToken cancellationToken)
    {
        call.Store.Read(session => Buckets.Require(session, call.Bucket));
        var body = await call.ReadDocumentAsync(Root, cancellationToken).ConfigureAwait(false);
        if (body.Text("MfaDelete") is "Enabled") throw S3Error.NotImplemented("MfaDelete");
        var status = body.Text("Status")
            ?? throw new ApiException("IllegalVersioningConfigurationException", "The Versioning element must be specified");
        if (status is not ("Enabled" or "Suspended")) throw S3Error.MalformedXml();
        await call.Store.WriteAsync(session =>
        {
            call.DemandSetting(session, "s3:PutBucketVersioning");
            Buckets.PutVersioning(session, call.Bucket, status);
            return true;
        }).ConfigureAwait(false);
        return S3Answer.Empty();
    }

    public static Task<WireResponse> ListObjectVersions(S3Call call, CancellationToken cancellationToken)
    {
        call.DemandAccount();
        var (marker, version) = Markers(call);
        var list = ListRequest.Of(call);
        var (page, latest) = call.Store.Read(session =>
        {
            call.Demand(session, ObjectAction.ListVersions, call.Bucket, list.Prefix);
            if (list.Asked < 0) throw S3Error.InvalidArgument("max-keys cannot be negative", "max-keys", null);
            var rank = version.Length == 0 ? long.MaxValue
                : VersionId.RankOf(version) ?? ObjectVersions.Find(session, call.Bucket, marker, version)?.Rank ?? long.MaxValue;
            var found = KeyWalk.Collect(
                (place, count) => ObjectVersions.After(session, call.Bucket, place.Key, place.Rank, count),
                list.Prefix,
                list.Delimiter,
                new Place(marker, marker.Length == 0 ? long.MinValue : rank),
                list.Limit,
                call.Closed(session, ObjectAction.ListVersions, list.Prefix));
            return (found, found.Items.Select(item => item.Rank == Newest(session, call.Bucket, item.Key)).ToList());
        });
        return Task.FromResult(S3Answer.Xml("ListVersionsResult", xml =>
        {
            ListOperations.WriteHead(xml, call, list, page.IsTruncated);
            if (list.Delimiter.Length == 0 && call.Request.QueryParameter("delimiter") is not null) xml.Element("Delimiter", "");
            xml.Element("KeyMarker", list.Encode(marker));
            xml.Element("VersionIdMarker", version);
            if (page.IsTruncated)
            {
                xml.Element("NextKeyMarker", list.Encode(page.Last!));
                if (page.LastItem is { } last) xml.Element("NextVersionIdMarker", last.VersionId);
            }

            for (var i = 0; i < page.Items.Count; i++) WriteVersion(xml, call, list, page.Items[i], latest[i]);
            foreach (var prefix in page.CommonPrefixes) xml.Group("CommonPrefixes", () => xml.Element("Prefix", list.Encode(prefix)));
        }));
    }

    /// <summary>The start of the list: after a key, or after a version of it. The order of the checks is recorded.</summary>
    private static (string Key, string Version) Markers(S3Call call)
    {
        call.Integer("max-keys", 0);
        var key = call.Request.QueryParameter("key-marker");
        if (call.Request.QueryParameter("version-id-marker") is not { } version) return (key ?? "", "");
        if (key is not null && version.Length == 0)
            throw S3Error.InvalidArgument("A version-id marker cannot be empty.", "version-id-marker", version);
        if (key is not { Length: > 0 })
            throw S3Error.InvalidArgument("A version-id marker cannot be specified without a key marker.", "version-id-marker", version);
        return version == VersionId.Null || VersionId.RankOf(version) is not null
            ? (key, version) : throw S3Error.InvalidVersionId(version, "version-id-marker");
    }

    private static long? Newest(Store.StoreSession session, string bucket, string key) =>
        (Objects.Find(session, bucket, key) ?? ObjectVersions.Newest(session, bucket, key))?.Rank;

    private static void WriteVersion(XmlWriter xml, S3Call call, ListRequest list, StoredObject item, bool isLatest) =>
        xml.Group(item.IsMarker ? "DeleteMarker" : "Version", () =>
        {
            if (item.IsMarker)
            {
                xml.Element("Key", list.Encode(item.Key));
                xml.Element("LastModified", WireTime.IsoOfS3(item.Modified));
                xml.Group("Owner", () => xml.Element("ID", call.Owner));
            }
            else
            {
                ListOperations.WriteItem(xml, call, list, item, withOwner: true);
            }

            xml.Element("VersionId", item.VersionId);
            xml.Element("IsLatest", isLatest);
        });
}
