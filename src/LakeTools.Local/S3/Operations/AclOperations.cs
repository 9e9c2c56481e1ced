using LakeTools.Local.Identity;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Settings;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Access control lists of buckets and objects: returned and set.</summary>
internal static class AclOperations
{
    private const string Root = "AccessControlPolicy";

    public static Task<WireResponse> GetBucketAcl(S3Call call, CancellationToken cancellationToken)
    {
        var record = call.Store.Read(session =>
        {
            call.DemandSetting(session, "s3:GetBucketAcl");
            return S3Settings.Find(session, call.Bucket, Acl.Setting);
        });
        return Task.FromResult(S3Answer.Xml(Root, xml => Acl.Write(xml, call, record)));
    }

    public static async Task<WireResponse> PutBucketAcl(S3Call call, CancellationToken cancellationToken)
    {
        var grants = await GivenAsync(call, Acl.OfBuckets, cancellationToken).ConfigureAwait(false);
        await call.Store.WriteAsync(session =>
        {
            call.DemandSetting(session, "s3:PutBucketAcl");
            if (Acl.ToRecord(call, session, grants) is { } record) S3Settings.Put(session, call.Bucket, Acl.Setting, record);
            else S3Settings.Delete(session, call.Bucket, Acl.Setting);
            return true;
        }).ConfigureAwait(false);
        return S3Answer.Empty();
    }

    public static Task<WireResponse> GetObjectAcl(S3Call call, CancellationToken cancellationToken)
    {
        call.DemandAccount();
        var item = ObjectReading.Find(call, ObjectAction.ReadAcl, ObjectAction.ReadVersionAcl);
        return Task.FromResult(ObjectReading.Versioned(call, item, S3Answer.Xml(Root, xml => Acl.Write(xml, call, item.Headers.Acl))));
    }

    public static async Task<WireResponse> PutObjectAcl(S3Call call, CancellationToken cancellationToken)
    {
        var grants = await GivenAsync(call, Acl.OfObjects, cancellationToken).ConfigureAwait(false);
        var item = await call.Store.WriteAsync(session =>
        {
            call.DemandAccount();
            var found = ObjectReading.FindNoMarker(call, session, ObjectAction.WriteAcl, ObjectAction.WriteVersionAcl);
            Objects.PutHeaders(session, call.Bucket, found, found.Headers with { Acl = Acl.ToRecord(call, session, grants) });
            return found;
        }).ConfigureAwait(false);
        return ObjectReading.Versioned(call, item, S3Answer.Empty());
    }

    /// <summary>The list that a request gives, by its headers or its body.</summary>
    private static async Task<IReadOnlyList<AclGrant>> GivenAsync(S3Call call, IReadOnlyDictionary<string, AclGrant[]> canned,
        CancellationToken cancellationToken)
    {
        call.Store.Read(session => Buckets.Require(session, call.Bucket));
        var body = await call.ReadXmlAsync(cancellationToken).ConfigureAwait(false);
        if (Acl.OfHeaders(call, canned) is { } grants)
            return body.IsEmpty ? grants : throw new ApiException("UnexpectedContent", "This request does not support content");
        if (!body.IsEmpty) return Acl.OfBody(body);
        throw new ApiException("MissingSecurityHeader", "Your request was missing a required header")
        {
            Details = [("MissingHeaderName", "x-amz-acl")],
        };
    }
}
