using LakeTools.Local.Identity;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>The object that a request is about: the version that it names, or the newest one.</summary>
internal static class ObjectReading
{
    /// <summary>Finds it; throws where it is not there or the caller may not read it.</summary>
    public static StoredObject Find(S3Call call) => Find(call, ObjectAction.Read, ObjectAction.ReadVersion);

    /// <summary>Finds it; throws if it does not exist, or if the caller does not have the permission.</summary>
    public static StoredObject Find(S3Call call, ObjectAction action, ObjectAction withVersion) =>
        call.Store.Read(session => Find(call, session, action, withVersion));

    /// <summary>Finds it; throws if it does not exist, or if the caller does not have the permission.</summary>
    /// <param name="call">The call.</param>
    /// <param name="session">The store.</param>
    /// <param name="action">The action that the caller requests.</param>
    /// <param name="withVersion">The same where the request names a version, for which policies have another name.</param>
    public static StoredObject Find(S3Call call, StoreSession session, ObjectAction action, ObjectAction withVersion)
    {
        var version = call.Version;
        call.Demand(session, version is null ? action : withVersion);
        return Require(call, session, call.Bucket, call.Key, version);
    }

    /// <summary>
    /// Finds an object that the caller may read; that it does not exist is said only to who may list the bucket (API reference, GetObject).
    /// </summary>
    public static StoredObject Require(S3Call call, StoreSession session, string bucket, string key, string? version)
    {
        try
        {
            return ObjectVersions.Require(session, bucket, key, version, call.Request.Method);
        }
        catch (ApiException error) when (error.Code == "NoSuchKey"
            && !call.Authorizer.IsAllowed(session, call.Caller, ObjectAction.FindMissing, bucket, key))
        {
            throw S3Error.AccessDenied();
        }
    }

    /// <summary>
    /// The same of what a delete marker does not have, whether the request names it or it is the newest version: it is not a missing key
    /// then (recorded).
    /// </summary>
    public static StoredObject FindNoMarker(S3Call call, StoreSession session, ObjectAction action, ObjectAction withVersion)
    {
        try
        {
            return Find(call, session, action, withVersion);
        }
        catch (ApiException) when (call.Version is null
            && Objects.Find(session, call.Bucket, call.Key) is null
            && ObjectVersions.Newest(session, call.Bucket, call.Key) is { IsMarker: true }
            && call.Authorizer.IsAllowed(session, call.Caller, action, call.Bucket, call.Key)
            && call.Authorizer.IsAllowed(session, call.Caller, ObjectAction.FindMissing, call.Bucket, call.Key))
        {
            throw S3Error.MethodNotAllowed(call.Request.Method, "DeleteMarker");
        }
    }

    /// <summary>Names the object's version in an answer, where its bucket has versions.</summary>
    public static WireResponse Versioned(S3Call call, StoredObject item, WireResponse response)
    {
        if (item.Version is not null || call.Store.Read(session => Buckets.Require(session, call.Bucket)).HasVersions)
            response.Headers["x-amz-version-id"] = item.VersionId;
        return response;
    }
}
