using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Settings;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Store;

namespace LakeTools.Local.S3.Operations;

/// <summary>The settings of a new object from its request and its bucket.</summary>
internal static class Description
{
    /// <summary>Reads it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="session">The store.</param>
    /// <param name="content">The description of the content: from the request, or from the source of a copy.</param>
    public static ObjectHeaders Of(S3Call call, StoreSession session, ObjectHeaders content)
    {
        var acl = Acl.OfHeaders(call, Acl.OfObjects);
        return content
            .With(StorageClass.Of(call.Request))
            .With(ObjectHeaders.Redirect(call.Request))
            .With(Encryption.Of(call, S3Settings.Find(session, call.Bucket, "encryption")))
            with { Acl = acl is null ? null : Acl.ToRecord(call, session, acl) };
    }
}
