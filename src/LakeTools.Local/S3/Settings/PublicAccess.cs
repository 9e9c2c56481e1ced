using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;

namespace LakeTools.Local.S3.Settings;

/// <summary>The public access that a bucket blocks: all if nothing was set, as for new buckets since April 2023.</summary>
internal static class PublicAccess
{
    /// <summary>The setting.</summary>
    public const string Setting = "publicAccessBlock";

    /// <summary>Its members.</summary>
    public static IReadOnlyList<string> Members { get; } =
        ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];

    /// <summary>The record of a new bucket.</summary>
    public static string ByDefault { get; } = string.Concat(Members.Select(member => $"<{member}>true</{member}>"));

    /// <summary>Throws for a setting that S3 does not take; gives its record, in which every member is said.</summary>
    public static string Check(XmlBody body) => string.Concat(Members.Select(member =>
        body.Text(member)?.ToLowerInvariant() is not (null or "true" or "false")
            ? throw S3Error.MalformedXml()
            : $"<{member}>{body.Text(member)?.ToLowerInvariant() ?? "false"}</{member}>"));

    /// <summary>Whether a bucket blocks that.</summary>
    public static bool Blocks(StoreSession session, string bucket, string member) =>
        XmlBody.OfRecord(S3Settings.Find(session, bucket, Setting) ?? ByDefault).Text(member) == "true";
}
