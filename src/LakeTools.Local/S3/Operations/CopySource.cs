using LakeTools.Local.Identity;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>The object that a copy reads, named by the header x-amz-copy-source: <c>[/]bucket/key</c>, percent-encoded.</summary>
internal sealed record CopySource(string Bucket, string Key)
{
    private const string Header = "x-amz-copy-source";
    private const string VersionParameter = "?versionId=";

    public static CopySource Of(WireRequest request)
    {
        var given = request.Header(Header)!;
        var version = given.IndexOf(VersionParameter, StringComparison.Ordinal);
        if (version >= 0)
        {
            if (VersionId.Check(given[(version + VersionParameter.Length)..]) is { } error) throw error;
            given = given[..version];
        }

        var path = FormEncoding.Decode(given).TrimStart('/');
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1 || slash == path.Length - 1)
            throw S3Error.InvalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        return new CopySource(path[..slash], path[(slash + 1)..]);
    }

    /// <summary>
    /// Finds the object, checks that the caller may read it and that the copy's conditions hold, and opens a range of it.
    /// </summary>
    public (StoredObject Item, SegmentStream Bytes) Open(S3Call call, Func<StoredObject, (long Offset, long Length)> range)
    {
        var item = call.Store.Read(session =>
        {
            call.Demand(session, ObjectAction.Read, Bucket, Key);
            return Objects.Find(session, Bucket, Key) ?? throw S3Error.NoSuchKey();
        });
        Conditions.CheckRead(call.Request, item, Header + "-");
        return call.ObjectStore.OpenRead(call.Store, Bucket, item, range) ?? throw S3Error.NoSuchKey();
    }
}
