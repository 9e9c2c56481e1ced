using LakeTools.Local.Identity;
using LakeTools.Local.S3.Bodies;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Settings;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Objects: put, and what copies and uploads share with it.</summary>
internal static class WriteOperations
{
    /// <summary>The most bytes of one put, one part or one copy: 5 GiB.</summary>
    public const long MaxPut = 5L * 1024 * 1024 * 1024;

    public static async Task<WireResponse> PutObject(S3Call call, CancellationToken cancellationToken)
    {
        var headers = call.Store.Read(session =>
        {
            // Before the body is read; what counts is the check in the transaction below.
            CheckMayPut(call, session);
            return Description.Of(call, session, ObjectHeaders.Of(call.Request));
        });
        var size = BodyReader.SizeOf(call.Request, call.Verified);
        var received = await ReceivedContent.TakeAsync(
            call,
            size,
            destination => BodyReader.CopyAsync(
                call.Request, call.Verified, destination, MaxPut, cancellationToken, ChecksumAlgorithm.ByDefault)).ConfigureAwait(false);
        var item = await CommitAsync(call, received.ToObject(call, headers), received.Segment).ConfigureAwait(false);
        var response = S3Answer.Empty();
        response.Headers["ETag"] = item.QuotedETag;
        if (item.Checksum is { } checksum)
        {
            response.Headers[checksum.Header] = checksum.Value;
            response.Headers["x-amz-checksum-type"] = checksum.Type;
        }

        return Told(call, item, response);
    }

    /// <summary>Puts an object whose bytes were received, or deletes their file where that is refused.</summary>
    public static Task<StoredObject> CommitAsync(S3Call call, StoredObject item, Segment segment)
    {
        return segment.Bytes is null
            ? call.ObjectStore.WriteAsync(call.Store, segment.Blob, Put)
            : call.ObjectStore.WriteAsync(call.Store, Put);

        StoredObject Put(Store.StoreSession session)
        {
            CheckMayPut(call, session);
            return Objects.Put(session, call.Bucket, item, [segment]);
        }
    }

    /// <summary>Says of an object that was made how it is encrypted, which version it is, and when it ends.</summary>
    public static WireResponse Told(S3Call call, StoredObject item, WireResponse response)
    {
        Encryption.Tell(response.Headers, item.Headers);
        if (item.Version is { } version) response.Headers["x-amz-version-id"] = version;
        LifecycleRules.Tell(call, item, response.Headers);
        return response;
    }

    private static void CheckMayPut(S3Call call, Store.StoreSession session)
    {
        call.DemandPut(session);
        Conditions.CheckWrite(call, Objects.Find(session, call.Bucket, call.Key));
    }
}
