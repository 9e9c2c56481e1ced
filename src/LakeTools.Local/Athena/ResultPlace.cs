using System.Security.Cryptography;
using LakeTools.Local.Api;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Rules.Names;
using LakeTools.Rules.Queries;

namespace LakeTools.Local.Athena;

/// <summary>The result of a query in S3, written and read by the permissions of who asks.</summary>
internal static class ResultPlace
{
    /// <summary>Puts a result in its place, where it has one in S3.</summary>
    /// <param name="store">The lake's store.</param>
    /// <param name="call">The call that started the query.</param>
    /// <param name="id">The query.</param>
    /// <param name="result">The result.</param>
    /// <exception cref="QueryException">The caller may not write there, or the bucket is gone.</exception>
    public static async Task PutAsync(LakeStore store, ApiCall call, string id, ResultFile result)
    {
        if (store.Read(session => new QueryStore(session).Find(id)?.OutputLocation) is not { } location) return;
        var uri = S3Uri.Parse(location);
        var (blob, written) = await call.Lake.Objects.Blobs.WriteAsync(async stream =>
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
            var (source, buffer, size) = (result.OpenRead(), new byte[64 * 1024], 0L);
            await using var _ = source.ConfigureAwait(false);
            while (await source.ReadAsync(buffer).ConfigureAwait(false) is var read and > 0)
            {
                hash.AppendData(buffer, 0, read);
                await stream.WriteAsync(buffer.AsMemory(0, read)).ConfigureAwait(false);
                size += read;
            }

            return (Size: size, Hash: Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant());
        }).ConfigureAwait(false);
        var item = new StoredObject(
            uri.Key,
            Guid.NewGuid().ToString("N"),
            written.Size,
            written.Hash,
            call.Lake.Clock.GetUtcNow(),
            ObjectHeaders.None.With([KeyValuePair.Create("Content-Type", "application/octet-stream")]),
            null);
        try
        {
            await call.Lake.Objects.WriteAsync(store, blob, session =>
            {
                if (!call.Lake.AllowsObject(session, call.Caller, ObjectAction.Write, uri.Bucket, uri.Key))
                {
                    throw new QueryException($"Access denied when writing output to url: {location} . "
                        + "Please ensure you are allowed to access the S3 bucket.");
                }

                return Objects.Put(session, uri.Bucket, item, [new Segment(blob, written.Size)]);
            }).ConfigureAwait(false);
        }
        catch (ApiException error)
        {
            throw new QueryException($"Output location {location} cannot be written: {error.Message}", error);
        }
    }

    /// <summary>Opens a result to read, from a place on.</summary>
    /// <param name="call">The call that asks for it.</param>
    /// <param name="query">The query, which succeeded.</param>
    /// <param name="offset">The number of bytes to skip.</param>
    /// <exception cref="ApiException">It is gone, or the caller may not read it.</exception>
    public static Stream OpenRead(ApiCall call, QueryRecord query, long offset)
    {
        if (query.OutputLocation is not { } location)
        {
            if (query.Owner != QueryRecord.OwnerOf(call.Caller))
            {
                throw Denied($"User: {call.Caller.SessionArn} is not authorized to read the results of a query of another principal or "
                    + "session");
            }

            var path = ResultFile.PathOf(call.Lake, query.Id);
            if (!File.Exists(path)) throw Refused($"The results of query {query.Id} were deleted: they are kept for 24 hours.");
            var file = File.OpenRead(path);
            file.Position = offset;
            return file;
        }

        var uri = S3Uri.Parse(location);
        if (!call.Lake.AllowsObject(call.Session, call.Caller, ObjectAction.Read, uri.Bucket, uri.Key))
            throw Denied($"User: {call.Caller.SessionArn} is not authorized to read {location}");
        if (Objects.Find(call.Session, uri.Bucket, uri.Key) is not { } item)
            throw Refused($"Could not find results: there is no object {location}");
        return SegmentStream.Open(call.Lake.Objects.Blobs, Objects.Segments(call.Session, item.Content), offset, item.Size - offset);
    }

    private static ApiException Refused(string message) => new("InvalidRequestException", message);

    private static ApiException Denied(string message) => new("AccessDeniedException", message);
}
