using LakeTools.Local.Identity;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>The tags of objects.</summary>
internal static class TaggingOperations
{
    public static Task<WireResponse> GetObjectTagging(S3Call call, CancellationToken cancellationToken)
    {
        var item = call.Store.Read(session => Find(call, session, ObjectAction.Read, ObjectAction.ReadVersionTags));
        return Task.FromResult(ObjectReading.Versioned(call, item, S3Answer.Xml("Tagging", xml => xml.Group("TagSet", () =>
        {
            foreach (var (key, value) in item.Headers.Tags)
            {
                xml.Group("Tag", () =>
                {
                    xml.Element("Key", key);
                    xml.Element("Value", value);
                });
            }
        }))));
    }

    public static async Task<WireResponse> PutObjectTagging(S3Call call, CancellationToken cancellationToken)
    {
        call.Store.Read(session => Buckets.Require(session, call.Bucket));
        var body = await call.ReadDocumentAsync("Tagging", cancellationToken).ConfigureAwait(false);
        var item = await PutAsync(call, ObjectTags.Of(ObjectTags.In(body)), ObjectAction.WriteVersionTags).ConfigureAwait(false);
        return ObjectReading.Versioned(call, item, S3Answer.Empty());
    }

    public static async Task<WireResponse> DeleteObjectTagging(S3Call call, CancellationToken cancellationToken)
    {
        var item = await PutAsync(call, new Dictionary<string, string>(), ObjectAction.DeleteVersionTags).ConfigureAwait(false);
        return ObjectReading.Versioned(call, item, S3Answer.Empty(204));
    }

    private static Task<StoredObject> PutAsync(S3Call call, IReadOnlyDictionary<string, string> tags, ObjectAction withVersion) =>
        call.Store.WriteAsync(session =>
        {
            var item = Find(call, session, ObjectAction.Write, withVersion);
            Objects.PutHeaders(session, call.Bucket, item, item.Headers with { Tags = tags });
            return item;
        });

    /// <summary>The object; a delete marker has no tags, whether the request names it or it is the newest version.</summary>
    private static StoredObject Find(S3Call call, StoreSession session, ObjectAction action, ObjectAction withVersion)
    {
        try
        {
            return ObjectReading.Find(call, session, action, withVersion);
        }
        catch (ApiException) when (call.Version is null
            && Objects.Find(session, call.Bucket, call.Key) is null
            && ObjectVersions.Newest(session, call.Bucket, call.Key) is { IsMarker: true }
            && call.Authorizer.IsAllowed(session, call.Caller, action, call.Bucket, call.Key))
        {
            throw S3Error.MethodNotAllowed(call.Request.Method, "DeleteMarker");
        }
    }
}
