using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Wire;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Local.Glue.Iceberg;

/// <summary>Metadata files of Iceberg tables as objects of the lake, read and written within the transaction of a call.</summary>
internal static class IcebergFiles
{
    private const string Suffix = ".metadata.json";

    // Metadata of a table with ten thousand snapshots is smaller; what is larger is no metadata that this lake should read into memory.
    private const long MaxSize = 64 * 1024 * 1024;

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>Reads the metadata that a table's parameter points to.</summary>
    /// <returns>The metadata; null if there is no such object, or it is none.</returns>
    public static JsonObject? Read(ApiCall call, string location)
    {
        try
        {
            var uri = S3Uri.Parse(location);
            if (!IsInReach(call, ObjectAction.Read, uri)) return null;
            if (Objects.Find(call.Session, uri.Bucket, uri.Key) is not { Size: <= MaxSize } item) return null;
            using var bytes = SegmentStream.Open(
                call.Lake.Objects.Blobs, Objects.Segments(call.Session, item.Content), 0, item.Size);
            return JsonNode.Parse(bytes) as JsonObject;
        }
        catch (Exception error) when (error is LakeException or JsonException or FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes new metadata next to the previous one.</summary>
    /// <param name="call">The call.</param>
    /// <param name="metadata">The metadata.</param>
    /// <param name="location">The table's location.</param>
    /// <param name="previous">The location of the previous metadata; null for the first.</param>
    /// <returns>Its address.</returns>
    /// <exception cref="ApiException">There is no such bucket, or the caller may not write there.</exception>
    public static string Write(ApiCall call, JsonObject metadata, string location, string? previous)
    {
        var number = previous is null ? 0 : NumberOf(previous) + 1;
        var uri = S3Uri.Parse(location.TrimEnd('/') + "/")
            .Append($"metadata/{number.ToString("D5", CultureInfo.InvariantCulture)}-{Guid.NewGuid()}{Suffix}");
        RequireWrite(call, uri);
        var bytes = Encoding.UTF8.GetBytes(metadata.ToJsonString(s_indented));
        var item = new StoredObject(
            uri.Key,
            Guid.NewGuid().ToString("N"),
            bytes.Length,
            Convert.ToHexString(MD5.HashData(bytes)).ToLowerInvariant(),
            call.Lake.Clock.GetUtcNow(),
            ObjectHeaders.None.With([KeyValuePair.Create("Content-Type", "application/json")]),
            null);
        try
        {
            Objects.Put(call.Session, uri.Bucket, item, [.. bytes.Chunk(Segment.MaxInStore).Select(Segment.InStore)]);
        }
        catch (ApiException error) when (error.Code == "NoSuchBucket")
        {
            throw new ApiException("InvalidInputException", $"The bucket {uri.Bucket} of the table's location does not exist.");
        }

        return uri.ToString();
    }

    /// <summary>
    /// Refuses who may not write there by S3's own rules. At a registered location Lake Formation writes, with the location's role, and
    /// has looked at DATA_LOCATION_ACCESS; elsewhere it is the caller that writes.
    /// </summary>
    /// <remarks>Source: developer guide, 'Creating Apache Iceberg tables', prerequisites.</remarks>
    private static void RequireWrite(ApiCall call, S3Uri uri)
    {
        var isAllowed = Locations.Covering(call.Session, uri.ToString()) is { IsHybrid: false }
            ? IsInReach(call, ObjectAction.Write, uri)
            : call.Lake.AllowsObject(call.Session, call.Caller, ObjectAction.Write, uri.Bucket, uri.Key);
        if (!isAllowed)
            throw new ApiException("AccessDeniedException", $"{call.Caller.PrincipalArn} may not write {uri}.");
    }

    /// <summary>Whether the account reaches an object with the role of the location: always in its own buckets.</summary>
    private static bool IsInReach(ApiCall call, ObjectAction action, S3Uri uri)
    {
        var service = call.Caller with { Scope = new VendedScope([uri.ToString()], true, call.Lake.AccountId), SessionPolicy = null };
        return call.Lake.AllowsObject(call.Session, service, action, uri.Bucket, uri.Key);
    }

    private static int NumberOf(string location)
    {
        var name = location[(location.LastIndexOf('/') + 1)..];
        return int.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
