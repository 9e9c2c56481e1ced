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
        var item = call.Store.Read(session => Find(call, session));
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
        var item = await PutAsync(call, ObjectTags.Of(ObjectTags.In(body)), ObjectAction.WriteTags, ObjectAction.WriteVersionTags)
            .ConfigureAwait(false);
        return ObjectReading.Versioned(call, item, S3Answer.Empty());
    }

    public static async Task<WireResponse> DeleteObjectTagging(S3Call call, CancellationToken cancellationToken)
    {
        var item = await PutAsync(call, new Dictionary<string, string>(), ObjectAction.DeleteTags, ObjectAction.DeleteVersionTags)
            .ConfigureAwait(false);
        return ObjectReading.Versioned(call, item, S3Answer.Empty(204));
    }

    private static Task<StoredObject> PutAsync(S3Call call, IReadOnlyDictionary<string, string> tags, ObjectAction action,
        ObjectAction withVersion) => call.Store.WriteAsync(session =>
        {
            var item = ObjectReading.FindNoMarker(call, session, action, withVersion);
            Objects.PutHeaders(session, call.Bucket, item, item.Headers with { Tags = tags });
            return item;
        });

    /// <summary>The object whose tags are read: where it is not there, S3 names its bucket too (recorded).</summary>
    private static StoredObject Find(S3Call call, StoreSession session)
    {
        try
        {
            return ObjectReading.FindNoMarker(call, session, ObjectAction.ReadTags, ObjectAction.ReadVersionTags);
        }
        catch (ApiException error) when (error.Code == "NoSuchKey")
        {
            throw S3Error.NoSuchKey($"{call.Bucket}/{call.Key}");
        }
    }
}
