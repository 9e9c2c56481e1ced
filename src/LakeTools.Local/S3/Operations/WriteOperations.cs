using LakeTools.Local.Identity;
using LakeTools.Local.S3.Bodies;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Objects: put, and copy, which is a put with a source.</summary>
internal static class WriteOperations
{
    /// <summary>The most bytes of one put, one part or one copy: 5 GiB.</summary>
    public const long MaxPut = 5L * 1024 * 1024 * 1024;

    public static async Task<WireResponse> PutObject(S3Call call, CancellationToken cancellationToken)
    {
        if (call.Request.Header("x-amz-copy-source") is not null)
            return await CopyOperations.CopyObject(call, cancellationToken).ConfigureAwait(false);
        var headers = ObjectHeaders.Of(call.Request);
        call.Store.Read(session =>
        {
            // Before the body is read; what counts is the check in the transaction below.
            CheckMayPut(call, session);
            return true;
        });
        var size = BodyReader.SizeOf(call.Request, call.Verified);
        var received = await ReceivedContent.TakeAsync(
            call, size, destination => BodyReader.CopyAsync(call.Request, call.Verified, destination, MaxPut, cancellationToken))
                .ConfigureAwait(false);
        var item = received.ToObject(call, headers);
        await CommitAsync(call, item, received.Segment).ConfigureAwait(false);
        var response = S3Answer.Empty();
        response.Headers["ETag"] = item.QuotedETag;
        if (item.Checksum is { } checksum)
        {
            response.Headers[checksum.Header] = checksum.Value;
            response.Headers["x-amz-checksum-type"] = "FULL_OBJECT";
        }

        return response;
    }

    /// <summary>Puts an object whose bytes were received, or deletes their file where that is refused.</summary>
    public static Task CommitAsync(S3Call call, StoredObject item, Segment segment)
    {
        return segment.Bytes is null
            ? call.ObjectStore.WriteAsync(call.Store, segment.Blob, Put)
            : call.ObjectStore.WriteAsync(call.Store, Put);

        bool Put(Store.StoreSession session)
        {
            CheckMayPut(call, session);
            Objects.Put(session, call.Bucket, item, [segment]);
            return true;
        }
    }

    private static void CheckMayPut(S3Call call, Store.StoreSession session)
    {
        call.Demand(session, ObjectAction.Write);
        Conditions.CheckWrite(call.Request, Objects.Find(session, call.Bucket, call.Key));
    }
}
