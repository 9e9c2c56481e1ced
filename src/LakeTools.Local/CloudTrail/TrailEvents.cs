using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LakeTools.Local.Context;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.CloudTrail;

/// <summary>
/// Keeps events for 90 days, as CloudTrail's event history does, and writes each to the trails that log: a file of one event, as it
/// happens, in CloudTrail's layout (user guide, finding your CloudTrail log files, and log file names).
/// </summary>
internal static class TrailEvents
{
    /// <summary>The retention time of events, in milliseconds.</summary>
    public const long Kept = 90L * 24 * 3600 * 1000;

    private const string NoBucket = "NoSuchBucket";
    private const string Denied = "AccessDenied";

    /// <summary>Keeps an event of an account, in the transaction of its call.</summary>
    /// <param name="session">The transaction, as the account sees it.</param>
    /// <param name="lake">The account.</param>
    /// <param name="item">The event, in CloudTrail's form.</param>
    /// <param name="username">The name by which it is looked up.</param>
    public static void Record(StoreSession session, LakeContext lake, JsonObject item, string username)
    {
        var now = lake.Clock.GetUtcNow();
        session.Execute("DELETE FROM cloudtrail_event WHERE time < ?1", now.ToUnixTimeMilliseconds() - Kept);
        session.Execute(
            "INSERT INTO cloudtrail_event (event_id, time, name, source, username, document) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            item.Required("eventID"),
            now.ToUnixTimeMilliseconds(),
            item.Required("eventName"),
            item.Required("eventSource"),
            username,
            item.ToJsonString());
        foreach (var trail in Trails.All(session).Where(trail => trail.IsLogging)) Deliver(session, lake, trail, item, now);
    }

    /// <summary>
    /// Whether a trail may write below a key: in a bucket of its account, and in no registered location, because CloudTrail has no
    /// permissions there.
    /// </summary>
    public static bool MayWrite(StoreSession session, LakeContext lake, string bucket, string key) =>
        Buckets.Find(session, bucket) is { } found
        && lake.World.OwnerOf(session, found) == lake.AccountId
        && lake.AllowsObject(session, Caller.Unsigned(lake.AccountId), ObjectAction.Write, bucket, key);

    private static void Deliver(StoreSession session, LakeContext lake, Trail trail, JsonObject item, DateTimeOffset now)
    {
        var bytes = Compressed(new JsonObject { ["Records"] = new JsonArray(item.DeepClone()) });
        var day = now.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);
        var minute = now.ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture);
        var name = $"{lake.AccountId}_CloudTrail_{lake.Region}_{minute}_{RandomNumberGenerator.GetHexString(16)}.json.gz";
        var stored = new StoredObject(
            $"{trail.Prefix}AWSLogs/{lake.AccountId}/CloudTrail/{lake.Region}/{day}/{name}",
            Guid.NewGuid().ToString("N"),
            bytes.Length,
            Convert.ToHexString(MD5.HashData(bytes)).ToLowerInvariant(),
            now,
            ObjectHeaders.None.With(
            [
                KeyValuePair.Create("Content-Type", "application/json"), KeyValuePair.Create("Content-Encoding", "gzip"),
            ]),
            null);
        if (Buckets.Find(session, trail.Bucket) is null)
        {
            Trails.Delivered(session, trail.Name, null, NoBucket);
            return;
        }

        if (!MayWrite(session, lake, trail.Bucket, stored.Key))
        {
            Trails.Delivered(session, trail.Name, null, Denied);
            return;
        }

        Objects.Put(session, trail.Bucket, stored, [.. bytes.Chunk(Segment.MaxInStore).Select(Segment.InStore)]);
        Trails.Delivered(session, trail.Name, now.ToUnixTimeMilliseconds(), null);
    }

    private static byte[] Compressed(JsonObject content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(content.ToJsonString()));
        return bytes.ToArray();
    }
}
