using LakeTools.Local.Identity;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Settings;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>
/// The object that a copy reads, named by the header x-amz-copy-source: <c>[/]bucket/key[?versionId=…]</c>, percent-encoded.
/// </summary>
internal sealed record CopySource(string Bucket, string Key, string? Version)
{
    private const string Header = "x-amz-copy-source";
    private const string VersionParameter = "?versionId=";

    public static CopySource Of(WireRequest request)
    {
        var given = request.Header(Header)!;
        var at = given.IndexOf(VersionParameter, StringComparison.Ordinal);
        var version = at < 0 ? null : FormEncoding.Decode(given[(at + VersionParameter.Length)..]);
        var path = FormEncoding.Decode(at < 0 ? given : given[..at]).TrimStart('/');
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) throw S3Error.InvalidArgument("Invalid copy source object key", Header, Header); // recorded, with the header's name
        if (slash == 0 || slash == path.Length - 1)
        {
            throw S3Error.InvalidArgument(
                "Copy Source must mention the source bucket and key: sourcebucket/sourcekey", Header, given);
        }

        return new CopySource(path[..slash], path[(slash + 1)..], version);
    }

    /// <summary>
    /// Finds the object, checks that the caller may read it and that the copy's conditions hold, and opens a range of it.
    /// </summary>
    public (StoredObject Item, SegmentStream Bytes) Open(S3Call call, Func<StoredObject, (long Offset, long Length)> range)
    {
        call.CheckOwner("x-amz-source-expected-bucket-owner", Bucket);
        var item = call.Store.Read(session =>
        {
            call.Demand(session, Version is null ? ObjectAction.Read : ObjectAction.ReadVersion, Bucket, Key);
            if (Version is not null && ObjectVersions.Find(session, Bucket, Key, Version) is { IsMarker: true })
            {
                throw S3Error.InvalidRequest(
                    "The source of a copy request may not specifically refer to a delete marker by version id.");
            }

            return ObjectReading.Require(call, session, Bucket, Key, Version);
        });
        Conditions.CheckRead(call, item, Header + "-");
        StorageClass.CheckRead(item);
        return call.ObjectStore.OpenRead(call.Store, Bucket, item, range, Version) ?? throw S3Error.NoSuchKey(Key);
    }

    /// <summary>Names in an answer the version that was copied; one without an id is not named (recorded).</summary>
    public static void Tell(StoredObject item, WireHeaders headers)
    {
        if (item.Version is { } version) headers["x-amz-copy-source-version-id"] = version;
    }
}
