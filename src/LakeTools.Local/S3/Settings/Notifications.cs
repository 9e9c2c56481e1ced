using LakeTools.Local.S3.Wire;

namespace LakeTools.Local.S3.Settings;

/// <summary>
/// The receivers of a bucket's events: checked as recorded and returned. Nothing is sent, and no destination is looked for.
/// </summary>
internal static class Notifications
{
    // The element of a destination, by the element of its configuration.
    private static readonly Dictionary<string, string> s_destinations = new(StringComparer.Ordinal)
    {
        ["TopicConfiguration"] = "Topic",
        ["QueueConfiguration"] = "Queue",
        ["CloudFunctionConfiguration"] = "CloudFunction",
    };

    // S3 User Guide, 'Supported event types'; those of Reduced Redundancy too, which the guide has under its name.
    private static readonly HashSet<string> s_events = new(StringComparer.Ordinal)
    {
        "s3:ReducedRedundancyLostObject",
        "s3:ObjectCreated:*", "s3:ObjectCreated:Put", "s3:ObjectCreated:Post", "s3:ObjectCreated:Copy",
        "s3:ObjectCreated:CompleteMultipartUpload",
        "s3:ObjectRemoved:*", "s3:ObjectRemoved:Delete", "s3:ObjectRemoved:DeleteMarkerCreated",
        "s3:ObjectRestore:*", "s3:ObjectRestore:Post", "s3:ObjectRestore:Completed", "s3:ObjectRestore:Delete",
        "s3:Replication:*", "s3:Replication:OperationFailedReplication", "s3:Replication:OperationMissedThreshold",
        "s3:Replication:OperationReplicatedAfterThreshold", "s3:Replication:OperationNotTracked",
        "s3:LifecycleTransition", "s3:LifecycleExpiration:*", "s3:LifecycleExpiration:Delete",
        "s3:LifecycleExpiration:DeleteMarkerCreated",
        "s3:IntelligentTiering", "s3:ObjectAcl:Put", "s3:ObjectTagging:*", "s3:ObjectTagging:Put", "s3:ObjectTagging:Delete",
    };

    /// <summary>Throws for a configuration that S3 rejects; returns its record, or null for one without a destination.</summary>
    public static string? Check(XmlBody body)
    {
        if (body.All.FirstOrDefault(item => item.Name != "EventBridgeConfiguration" && !s_destinations.ContainsKey(item.Name)) is not null)
            throw S3Error.MalformedXml();
        foreach (var item in body.All.Where(item => s_destinations.ContainsKey(item.Name))) CheckOne(item, s_destinations[item.Name]);
        return body.All.Any()
            ? string.Concat(body.All.Select(item => s_destinations.ContainsKey(item.Name)
                ? item.ToRecordWithId("Id").Replace("<Name>prefix</Name>", "<Name>Prefix</Name>", StringComparison.OrdinalIgnoreCase)
                    .Replace("<Name>suffix</Name>", "<Name>Suffix</Name>", StringComparison.OrdinalIgnoreCase)
                : $"<{item.Name} />"))
            : null;
    }

    private static void CheckOne(XmlBody configuration, string destination)
    {
        var arn = configuration.RequiredText(destination);
        if (arn.Split(':') is not ["arn", _, _, _, _, _, ..])
            throw S3Error.InvalidArgument("The ARN could not be parsed", destination, arn);
        var events = configuration.Children("Event").ToList();
        if (events.Count == 0) throw S3Error.MalformedXml();
        if (events.FirstOrDefault(item => !s_events.Contains(item.Value)) is { } unknown)
            throw S3Error.InvalidArgument("The event is not supported for notifications", "Event", unknown.Value);
        foreach (var rule in configuration.Child("Filter")?.Child("S3Key")?.Children("FilterRule") ?? [])
        {
            var name = rule.RequiredText("Name");
            if (!name.Equals("prefix", StringComparison.OrdinalIgnoreCase) && !name.Equals("suffix", StringComparison.OrdinalIgnoreCase))
                throw S3Error.InvalidArgument("filter rule name must be either prefix or suffix", "FilterRule.Name", name);
        }
    }
}
