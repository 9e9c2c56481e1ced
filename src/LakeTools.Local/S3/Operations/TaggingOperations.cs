using LakeTools.Local.Identity;
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
        var item = call.Store.Read(session => Find(call, session, ObjectAction.Read));
        return Task.FromResult(S3Answer.Xml("Tagging", xml => xml.Group("TagSet", () =>
        {
            foreach (var (key, value) in item.Headers.Tags)
            {
                xml.Group("Tag", () =>
                {
                    xml.Element("Key", key);
                    xml.Element("Value", value);
                });
            }
        })));
    }

    public static async Task<WireResponse> PutObjectTagging(S3Call call, CancellationToken cancellationToken)
    {
        var body = await call.ReadXmlAsync(cancellationToken).ConfigureAwait(false);
        var tags = ObjectTags.Of(body.Required("TagSet").Children("Tag")
            .Select(tag => KeyValuePair.Create(tag.RequiredText("Key"), tag.RequiredText("Value"))));
        await PutAsync(call, tags).ConfigureAwait(false);
        return S3Answer.Empty();
    }

    public static async Task<WireResponse> DeleteObjectTagging(S3Call call, CancellationToken cancellationToken)
    {
        await PutAsync(call, new Dictionary<string, string>()).ConfigureAwait(false);
        return S3Answer.Empty(204);
    }

    private static Task PutAsync(S3Call call, IReadOnlyDictionary<string, string> tags) => call.Store.WriteAsync(session =>
    {
        var item = Find(call, session, ObjectAction.Write);
        Objects.PutHeaders(session, call.Bucket, call.Key, item.Headers with { Tags = tags });
        return true;
    });

    private static StoredObject Find(S3Call call, StoreSession session, ObjectAction action)
    {
        call.Demand(session, action);
        return Objects.Find(session, call.Bucket, call.Key) ?? throw S3Error.NoSuchKey();
    }
}
