using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;

namespace LakeTools.Local.S3.Settings;

/// <summary>The replication rules of a bucket: checked and returned; nothing is copied.</summary>
internal static class ReplicationRules
{
    /// <summary>Throws for rules that S3 does not take; gives their record, in which every rule has an id.</summary>
    public static string Check(S3Call call, StoreSession session, XmlBody body)
    {
        if (!Buckets.Require(session, call.Bucket).KeepsVersions)
            throw S3Error.InvalidRequest("Versioning must be 'Enabled' on the bucket to apply a replication configuration");
        if (!body.Children("Rule").Any()) throw S3Error.MalformedXml();
        foreach (var rule in body.Children("Rule"))
        {
            var arn = rule.Required("Destination").RequiredText("Bucket");
            var name = arn[(arn.LastIndexOf(':') + 1)..];
            var isVersioned = session.Scalar<string>("SELECT versioning FROM s3_bucket WHERE name = ?1", name) == "Enabled";
            if (!isVersioned) throw S3Error.InvalidRequest("Destination bucket must have versioning enabled.");
        }

        var role = body.Text("Role") is { } given ? new System.Xml.Linq.XElement("Role", given).ToString() : "";
        return role + string.Concat(body.Children("Rule").Select(rule => rule.ToRecordWithId("ID")));
    }
}
