using LakeTools.Local.Identity;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>The object that a request reads.</summary>
internal static class ObjectReading
{
    /// <summary>Finds it; throws where it is not there or the caller may not read it.</summary>
    public static StoredObject Find(S3Call call) => call.Store.Read(session =>
    {
        call.Demand(session, ObjectAction.Read);
        return Objects.Find(session, call.Bucket, call.Key) ?? throw S3Error.NoSuchKey();
    });
}
