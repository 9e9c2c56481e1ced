using System.Xml;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Objects: delete one or many. Deleting what is not there succeeds.</summary>
internal static class DeleteOperations
{
    private const int MaxKeys = 1000;
    private const string BypassHeader = "x-amz-bypass-governance-retention";

    private static readonly string[] s_list = ["Object", "Quiet"];
    private static readonly string[] s_item = ["Key", "VersionId", "ETag"];

    public static async Task<WireResponse> DeleteObject(S3Call call, CancellationToken cancellationToken)
    {
        CheckBypass(call);
        var version = call.Version;
        var deleted = await call.ObjectStore.WriteAsync(call.Store, session =>
        {
            call.Demand(session, version is null ? ObjectAction.Delete : ObjectAction.DeleteVersion);
            Conditions.CheckDelete(call, Objects.Find(session, call.Bucket, call.Key));
            if (version is null) return Objects.Delete(session, call.Bucket, call.Key, call.Now);
            var bucket = Buckets.Require(session, call.Bucket);
            var former = Find(session, call, call.Key, version) is null
                ? null : Objects.DeleteVersion(session, call.Bucket, call.Key, version);
            if (former is null && !IsVersion(bucket, version)) throw S3Error.InvalidVersionId(version);
            return bucket.HasVersions ? former : null;
        }).ConfigureAwait(false);
        var response = S3Answer.Empty(204);
        if (deleted?.VersionId is { } id) response.Headers["x-amz-version-id"] = id;
        if (deleted is { IsMarker: true }) response.Headers["x-amz-delete-marker"] = "true";
        return response;
    }

    public static async Task<WireResponse> DeleteObjects(S3Call call, CancellationToken cancellationToken)
    {
        CheckBypass(call);
        call.Store.Read(session => Buckets.Require(session, call.Bucket));
        if (!HasDigest(call.Request))
            throw S3Error.InvalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        var body = await call.ReadDocumentAsync("Delete", cancellationToken).ConfigureAwait(false);
        var items = body.Children("Object").ToList();
        if (items.Count is 0 or > MaxKeys || !HasOnly(body, s_list) || body.Children("Quiet").Count() > 1
            || items.Exists(item => !HasOnly(item, s_item) || item.All.DistinctBy(member => member.Name).Count() < item.All.Count()))
        {
            throw S3Error.MalformedXml();
        }

        if (items.Exists(item => item.RequiredText("Key").Length == 0))
            throw new ApiException("UserKeyMustBeSpecified", "User key must be specified.");
        if (items.Exists(item => item.Child("ETag") is not null)) throw S3Error.NotImplemented("ETag");
        var isQuiet = body.Text("Quiet") == "true";
        var results = await call.ObjectStore.WriteAsync(call.Store, session =>
        {
            Buckets.Require(session, call.Bucket);
            return items.ConvertAll(item => Delete(call, session, item.RequiredText("Key"), item.Text("VersionId")));
        }).ConfigureAwait(false);
        return S3Answer.Xml("DeleteResult", xml =>
        {
            foreach (var result in results)
            {
                if (result.Error is { } error) xml.Group("Error", () => WriteError(xml, result, error));
                else if (!isQuiet) xml.Group("Deleted", () => WriteDeleted(xml, result));
            }
        });
    }

    /// <summary>Whether a request says what its body must be: S3 deletes many objects no other way.</summary>
    private static bool HasDigest(WireRequest request) => request.Header("Content-MD5") is not null
        || request.Header("x-amz-trailer") is not null
        || ChecksumAlgorithm.All.Any(algorithm => request.Header(algorithm.Header) is not null);

    private static bool HasOnly(XmlBody element, string[] names) => element.All.All(child => names.Contains(child.Name));

    private static Deletion Delete(S3Call call, StoreSession session, string key, string? version)
    {
        try
        {
            S3Address.CheckKey(key);
            call.Demand(session, version is null ? ObjectAction.Delete : ObjectAction.DeleteVersion, call.Bucket, key);
            if (version is null) return new Deletion(key, null, Objects.Delete(session, call.Bucket, key, call.Now), null);
            var former = Find(session, call, key, version) is null ? null : Objects.DeleteVersion(session, call.Bucket, key, version);
            return former is null && version != VersionId.Null
                ? throw S3Error.NoSuchVersion(key, version)
                : new Deletion(key, version, former is { IsMarker: true } ? former : null, null);
        }
        catch (ApiException error)
        {
            return new Deletion(key, version, null, error);
        }
    }

    /// <summary>A version; in a bucket without versions only the version that has no id.</summary>
    private static StoredObject? Find(StoreSession session, S3Call call, string key, string version) =>
        version == VersionId.Null || Buckets.Require(session, call.Bucket).HasVersions
            ? ObjectVersions.Find(session, call.Bucket, key, version)
            : null;

    /// <summary>Whether there can have been a version of that id in a bucket.</summary>
    private static bool IsVersion(Bucket bucket, string version) =>
        version == VersionId.Null || (bucket.HasVersions && VersionId.IsWellFormed(version));

    /// <summary>No bucket of the lake has object lock, and so there is no retention that could be bypassed.</summary>
    private static void CheckBypass(S3Call call)
    {
        if (call.Request.Header(BypassHeader) is null) return;
        throw S3Error.InvalidArgument(
            "x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.", BypassHeader, null);
    }

    private static void WriteError(XmlWriter xml, Deletion result, ApiException error)
    {
        xml.Element("Key", result.Key);
        if (result.Version is { } version) xml.Element("VersionId", version);
        xml.Element("Code", error.Code);
        xml.Element("Message", error.Message);
    }

    private static void WriteDeleted(XmlWriter xml, Deletion result)
    {
        xml.Element("Key", result.Key);
        if (result.Version is { } version) xml.Element("VersionId", version);
        if (result.Marker is not { } marker) return;
        xml.Element("DeleteMarker", true);
        xml.Element("DeleteMarkerVersionId", marker.VersionId);
    }

    /// <summary>The result for a key: the delete marker that was made or deleted, or the error.</summary>
    private sealed record Deletion(string Key, string? Version, StoredObject? Marker, ApiException? Error);
}
