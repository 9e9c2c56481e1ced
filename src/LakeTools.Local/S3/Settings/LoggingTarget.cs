using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Settings;

/// <summary>The target of a bucket's access log: checked as recorded and returned; nothing is logged.</summary>
internal static class LoggingTarget
{
    /// <summary>Throws for a target that S3 does not take; gives the record, null if logging is off.</summary>
    public static string? Check(S3Call call, StoreSession session, XmlBody body)
    {
        if (body.Child("LoggingEnabled") is not { } enabled) return null;
        var target = enabled.RequiredText("TargetBucket");
        if (Buckets.Find(session, target) is not { } found) throw Invalid("The target bucket for logging does not exist", target);
        if (call.OwnerOf(session, target) != call.OwnerOf(session, call.Bucket))
            throw Invalid("The owner for the bucket to be logged and the target bucket must be the same.", target);
        var (source, region) = (Buckets.Require(session, call.Bucket).Region ?? call.Lake.Region, found.Region ?? call.Lake.Region);
        return source == region ? body.ToRecord() : throw new ApiException(
            "CrossLocationLoggingProhibitted", "Cross S3 location logging not allowed. ", 403)
        {
            // Of the classic region S3 says the target's alone.
            Details = source == BucketRegion.Classic
                ? [("TargetBucketLocation", region)]
                : [("SourceBucketLocation", source), ("TargetBucketLocation", region)],
        };
    }

    private static ApiException Invalid(string message, string target) => new("InvalidTargetBucketForLogging", message)
    {
        Details = [("TargetBucket", target)],
    };
}
