using System.Text;
using System.Xml;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Objects: delete one or many. Deleting what is not there succeeds.</summary>
internal static class DeleteOperations
{
    private const int MaxKeys = 1000;

    public static async Task<WireResponse> DeleteObject(S3Call call, CancellationToken cancellationToken)
    {
        await call.ObjectStore.WriteAsync(call.Store, session =>
        {
            call.Demand(session, ObjectAction.Delete);
            if (call.Request.Header("If-Match") is not null)
                Conditions.CheckWrite(call.Request, Objects.Find(session, call.Bucket, call.Key));
            Objects.Delete(session, call.Bucket, call.Key);
            return true;
        }).ConfigureAwait(false);
        return S3Answer.Empty(204);
    }

    public static async Task<WireResponse> DeleteObjects(S3Call call, CancellationToken cancellationToken)
    {
        var body = await call.ReadXmlAsync(cancellationToken).ConfigureAwait(false);
        var items = body.Children("Object").Select(item => (Key: item.RequiredText("Key"), Version: item.Text("VersionId"))).ToList();
        if (items.Count is 0 or > MaxKeys || items.Exists(item => item.Key.Length == 0)) throw S3Error.MalformedXml();
        var quiet = body.Text("Quiet") == "true";
        var failures = await call.ObjectStore.WriteAsync(call.Store, session =>
        {
            Buckets.Require(session, call.Bucket);
            var refused = new Dictionary<(string Key, string? Version), ApiException>();
            foreach (var item in items)
            {
                if (Encoding.UTF8.GetByteCount(item.Key) > 1024) refused[item] = S3Error.KeyTooLong();
                else if (!call.Authorizer.IsAllowed(session, call.Caller, ObjectAction.Delete, call.Bucket,
                    item.Key)) refused[item] = S3Error.AccessDenied();
                else if (VersionId.Check(item.Version) is { } error) refused[item] = error;
                else Objects.Delete(session, call.Bucket, item.Key);
            }

            return refused;
        }).ConfigureAwait(false);
        return S3Answer.Xml("DeleteResult", xml =>
        {
            foreach (var item in items)
            {
                if (failures.TryGetValue(item, out var error))
                {
                    xml.Group("Error", () =>
                    {
                        WriteItem(xml, item);
                        xml.Element("Code", error.Code);
                        xml.Element("Message", error.Message);
                    });
                }
                else if (!quiet)
                {
                    xml.Group("Deleted", () => WriteItem(xml, item));
                }
            }
        });
    }

    private static void WriteItem(XmlWriter xml, (string Key, string? Version) item)
    {
        xml.Element("Key", item.Key);
        if (item.Version is not null) xml.Element("VersionId", item.Version);
    }
}
