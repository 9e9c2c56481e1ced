using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.CloudTrail;

/// <summary>A trail: where events are written to as files.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Settings">The answer of CreateTrail, without the trail's ARN.</param>
/// <param name="IsLogging">Whether files are written.</param>
/// <param name="Started">When it was last started, in milliseconds since 1970; null for never.</param>
/// <param name="Stopped">When it was last stopped; null for never.</param>
/// <param name="Delivered">When the last file was written; null for never.</param>
/// <param name="DeliveryError">Why the last one could not be; null if it was.</param>
internal sealed record Trail(string Name, JsonObject Settings, bool IsLogging, long? Started, long? Stopped, long? Delivered,
    string? DeliveryError)
{
    /// <summary>The bucket of its files.</summary>
    public string Bucket => Settings.Required("S3BucketName");

    /// <summary>The prefix before <c>AWSLogs/</c> in the keys; empty for none.</summary>
    public string Prefix => Settings.Text("S3KeyPrefix") is { Length: > 0 } prefix ? prefix + "/" : "";
}
