using System.Text;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Storage;
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
        var keys = body.Children("Object").Select(item => item.RequiredText("Key")).ToList();
        if (keys.Count is 0 or > MaxKeys || keys.Exists(key => key.Length == 0)) throw S3Error.MalformedXml();
        var quiet = body.Text("Quiet") == "true";
        var failures = await call.ObjectStore.WriteAsync(call.Store, session =>
        {
            Buckets.Require(session, call.Bucket);
            var refused = new Dictionary<string, ApiException>(StringComparer.Ordinal);
            foreach (var key in keys)
            {
                if (Encoding.UTF8.GetByteCount(key) > 1024) refused[key] = S3Error.KeyTooLong();
                else if (call.Authorizer.IsAllowed(session, call.Caller, ObjectAction.Delete, call.Bucket, key))
                    Objects.Delete(session, call.Bucket, key);
                else refused[key] = S3Error.AccessDenied();
            }

            return refused;
        }).ConfigureAwait(false);
        return S3Answer.Xml("DeleteResult", xml =>
        {
            foreach (var key in keys)
            {
                if (failures.TryGetValue(key, out var error))
                {
                    xml.Group("Error", () =>
                    {
                        xml.Element("Key", key);
                        xml.Element("Code", error.Code);
                        xml.Element("Message", error.Message);
                    });
                }
                else if (!quiet)
                {
                    xml.Group("Deleted", () => xml.Element("Key", key));
                }
            }
        });
    }
}
