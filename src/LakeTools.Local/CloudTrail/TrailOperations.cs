using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LakeTools.Local.Api;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Wire;

namespace LakeTools.Local.CloudTrail;

/// <summary>
/// The operations on trails. A trail writes events to a bucket of the lake from StartLogging on, each as it happens. A trail that writes
/// elsewhere (SNS, CloudWatch Logs), encrypts or signs, or spans an organization is refused.
/// </summary>
internal static partial class TrailOperations
{
    // AWS's quota of trails in a region.
    private const int MaxTrails = 5;
    private const int MaxPrefix = 200;

    private static readonly string[] s_refused =
    [
        "SnsTopicName", "CloudWatchLogsLogGroupArn", "CloudWatchLogsRoleArn", "KmsKeyId", "EnableLogFileValidation", "IsOrganizationTrail",
        "TagsList",
    ];

    public static JsonObject Create(ApiCall call)
    {
        var name = CheckName(call.Input.Required("Name"));
        foreach (var member in s_refused)
            if (IsAsked(call.Input[member]))
                throw new ApiException("UnsupportedOperationException", $"The embedded lake's trails have no {member}.");
        if (Trails.Find(call.Session, name) is not null)
            throw new ApiException("TrailAlreadyExistsException", $"Trail {name} already exists.");
        if (Trails.All(call.Session).Count >= MaxTrails)
            throw new ApiException("MaximumNumberOfTrailsExceededException", $"User already has {MaxTrails} trails in {call.Region}.");
        var bucket = call.Input.Required("S3BucketName");
        if (Buckets.Find(call.Session, bucket) is null)
            throw new ApiException("S3BucketDoesNotExistException", $"S3 bucket {bucket} does not exist.");
        var prefix = call.Input.Text("S3KeyPrefix");
        if (prefix is { Length: > MaxPrefix }) throw new ApiException("InvalidS3PrefixException", "The S3 prefix is too long.");
        var settings = new JsonObject { ["Name"] = name, ["S3BucketName"] = bucket }
            .With("S3KeyPrefix", prefix?.Trim('/'))
            .With("IncludeGlobalServiceEvents", call.Input["IncludeGlobalServiceEvents"]?.GetValue<bool>() ?? true)
            .With("IsMultiRegionTrail", call.Input.Flag("IsMultiRegionTrail"))
            .With("LogFileValidationEnabled", false)
            .With("IsOrganizationTrail", false);
        CheckMayWrite(call, new Trail(name, settings, IsLogging: false, null, null, null, null));
        Trails.Insert(call.Session, name, settings);
        return settings.DeepClone().AsObject().With("TrailARN", Arn(call, name));
    }

    public static JsonObject? Delete(ApiCall call)
    {
        Trails.Delete(call.Session, Require(call).Name);
        return null;
    }

    public static JsonObject? Start(ApiCall call)
    {
        var trail = Require(call);
        CheckMayWrite(call, trail);
        Trails.Start(call.Session, trail.Name, call.Lake.Clock.Now());
        return null;
    }

    public static JsonObject? Stop(ApiCall call)
    {
        Trails.Stop(call.Session, Require(call).Name, call.Lake.Clock.Now());
        return null;
    }

    // The lake's account has no trails of other accounts or regions, so shadows change nothing.
    public static JsonObject Describe(ApiCall call)
    {
        _ = call.Input.Flag("includeShadowTrails");
        var names = call.Input.Texts("trailNameList") is { Count: > 0 } given ? given.ConvertAll(NameOf) : null;
        return new JsonObject
        {
            ["trailList"] = Trails.All(call.Session).Where(trail => names?.Contains(trail.Name) != false)
                .Select(trail => trail.Settings
                    .With("HomeRegion", call.Lake.Region)
                    .With("TrailARN", Arn(call, trail.Name))
                    .With("HasCustomEventSelectors", false)
                    .With("HasInsightSelectors", false))
                .ToJsonArray(),
        };
    }

    public static JsonObject Status(ApiCall call)
    {
        var trail = Require(call);
        return new JsonObject { ["IsLogging"] = trail.IsLogging }
            .With("StartLoggingTime", Seconds(trail.Started))
            .With("StopLoggingTime", Seconds(trail.Stopped))
            .With("LatestDeliveryTime", Seconds(trail.Delivered))
            .With("LatestDeliveryError", trail.DeliveryError);
    }

    private static void CheckMayWrite(ApiCall call, Trail trail)
    {
        var key = $"{trail.Prefix}AWSLogs/{call.Lake.AccountId}/";
        if (Buckets.Find(call.Session, trail.Bucket) is not null && !TrailEvents.MayWrite(call.Session, call.Lake, trail.Bucket, key))
            throw new ApiException("InsufficientS3BucketPolicyException", $"The trail cannot write to s3://{trail.Bucket}/{key}: a trail "
                + "writes to a bucket of its own account, outside of registered locations.");
    }

    private static bool IsAsked(JsonNode? value) => value switch
    {
        null or JsonArray { Count: 0 } => false,
        JsonValue flag when flag.TryGetValue(out bool isSet) => isSet,
        _ => true,
    };

    private static JsonNode? Seconds(long? time) => time is { } known ? known / 1000.0 : null;

    private static Trail Require(ApiCall call)
    {
        var name = NameOf(call.Input.Required("Name"));
        return Trails.Find(call.Session, name) ?? throw new ApiException("TrailNotFoundException", $"Unknown trail: {name}.");
    }

    private static string Arn(ApiCall call, string name) => $"arn:aws:cloudtrail:{call.Lake.Region}:{call.Lake.AccountId}:trail/{name}";

    private static string NameOf(string name) => name.StartsWith("arn:", StringComparison.Ordinal)
        ? name[(name.LastIndexOf('/') + 1)..] : CheckName(name);

    // API reference, CreateTrail.
    private static string CheckName(string name) => TrailName().IsMatch(name) && !IPAddress.TryParse(name, out _) ? name
        : throw new ApiException("InvalidTrailNameException",
            "Trail name must be 3 to 128 letters, numbers, periods, underscores and dashes, begin and end with a letter or number, and "
                + "have no two of the others in a row.");

    [GeneratedRegex(@"\A(?=.{3,128}\z)[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex TrailName();
}
