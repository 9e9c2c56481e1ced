using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Logs;

/// <summary>Log groups and streams: made, removed, listed.</summary>
internal static class LogGroups
{
    private const int DefaultPage = 50;
    private const string Class = "logGroupClass";
    private const string StandardClass = "STANDARD";
    private const string Protection = "deletionProtectionEnabled";

    private static readonly string[] s_settings = ["kmsKeyId", Class, Protection];

    public static JsonObject? CreateGroup(ApiCall call)
    {
        if (call.Input["tags"] is not null)
            throw new ApiException("InvalidParameterException", "The embedded lake does not store tags of log groups.");
        var settings = new JsonObject();
        foreach (var member in s_settings) settings.With(member, call.Input[member]?.DeepClone());
        if (!new LogStore(call.Session, call.Lake).CreateGroup(call.Input.Required("logGroupName"), settings))
            throw new ApiException("ResourceAlreadyExistsException", "The specified log group already exists");
        return null;
    }

    public static JsonObject? CreateStream(ApiCall call)
    {
        if (!new LogStore(call.Session, call.Lake).CreateStream(ExistingGroup(call), call.Input.Required("logStreamName")))
            throw new ApiException("ResourceAlreadyExistsException", "The specified log stream already exists");
        return null;
    }

    public static JsonObject? DeleteGroup(ApiCall call)
    {
        var (store, group) = (new LogStore(call.Session, call.Lake), ExistingGroup(call));
        if (store.Settings(group).Flag(Protection))
            throw new ApiException("OperationAbortedException", "The specified log group is protected from deletion");
        store.DeleteGroup(group);
        return null;
    }

    public static JsonObject? DeleteStream(ApiCall call)
    {
        var group = ExistingGroup(call);
        new LogStore(call.Session, call.Lake).DeleteStream(group, ExistingStream(call, group));
        return null;
    }

    public static JsonObject DescribeGroups(ApiCall call)
    {
        var prefix = call.Input.Text("logGroupNamePrefix") ?? "";
        var pattern = call.Input.Text("logGroupNamePattern") ?? "";
        var identifiers = call.Input.Texts("logGroupIdentifiers");
        var isClass = call.Input.Text(Class);
        var page = new Page(call.Input, PageForm.Logs, call.Operation, DefaultPage);
        var groups = new LogStore(call.Session, call.Lake).Groups(page.After)
            .Where(group => group.Name.StartsWith(prefix, StringComparison.Ordinal)
                && group.Name.Contains(pattern, StringComparison.Ordinal))
            .Where(group => isClass is null || isClass == (group.Settings.Text(Class) ?? StandardClass))
            .Where(group => identifiers?.Exists(given => given == group.Name || given == Arn(call, group.Name)) != false)
            .ToList();
        var (shown, next) = page.Cut(groups, group => group.Name);
        return new JsonObject
        {
            ["logGroups"] = shown.Select(group => new JsonObject
            {
                ["logGroupName"] = group.Name,
                ["creationTime"] = group.Created,
                ["metricFilterCount"] = 0,
                ["arn"] = $"{Arn(call, group.Name)}:*",
                ["logGroupArn"] = Arn(call, group.Name),
                [Class] = group.Settings.Text(Class) ?? StandardClass,
                ["storedBytes"] = 0,
            }.With("kmsKeyId", group.Settings.Text("kmsKeyId")).With(Protection, group.Settings[Protection]?.DeepClone())).ToJsonArray(),
        }.With("nextToken", next);
    }

    public static JsonObject DescribeStreams(ApiCall call)
    {
        var group = ExistingGroup(call);
        var prefix = call.Input.Text("logStreamNamePrefix");
        var byTime = call.Input.Text("orderBy") == "LastEventTime";
        if (byTime && prefix is not null)
            throw new ApiException("InvalidParameterException", "Cannot order by LastEventTime with a logStreamNamePrefix.");
        var streams = new LogStore(call.Session, call.Lake).Streams(group)
            .Where(stream => prefix is null || stream.Name.StartsWith(prefix, StringComparison.Ordinal));
        var page = new Page(call.Input, PageForm.Logs, call.Operation, DefaultPage);
        var (shown, next) = page.Cut(streams, stream => (byTime ? stream.LastEvent ?? 0 : 0, stream.Name),
            call.Input.Flag("descending") ? (one, other) => Ascending(other, one) : Ascending);
        return new JsonObject
        {
            ["logStreams"] = shown.Select(stream => new JsonObject { ["logStreamName"] = stream.Name, ["creationTime"] = stream.Created }
                .With("firstEventTimestamp", stream.FirstEvent)
                .With("lastEventTimestamp", stream.LastEvent)
                .With("lastIngestionTime", stream.LastIngestion)
                .With("arn", $"{Arn(call, group)}:log-stream:{stream.Name}")
                .With("storedBytes", 0)).ToJsonArray(),
        }.With("nextToken", next);
    }

    private static int Ascending((long Time, string Name) one, (long Time, string Name) other) =>
        one.Time == other.Time ? string.CompareOrdinal(one.Name, other.Name) : one.Time.CompareTo(other.Time);

    /// <summary>The group that a request names, by name or ARN.</summary>
    /// <exception cref="ApiException">It does not exist.</exception>
    public static string ExistingGroup(ApiCall call)
    {
        if (call.Input["logGroupName"] is not null && call.Input["logGroupIdentifier"] is not null)
            throw new ApiException("InvalidParameterException", "logGroupName and logGroupIdentifier cannot both be given.");
        var identifier = call.Input.Text("logGroupName") ?? call.Input.Text("logGroupIdentifier")
            ?? throw new ApiException("InvalidParameterException", "Either logGroupName or logGroupIdentifier must be given.");
        var prefix = Arn(call, "");
        var name = identifier.StartsWith(prefix, StringComparison.Ordinal)
            ? identifier[prefix.Length..].TrimEnd('*').TrimEnd(':') : identifier;
        return new LogStore(call.Session, call.Lake).GroupExists(name)
            ? name
            : throw new ApiException("ResourceNotFoundException", "The specified log group does not exist.");
    }

    /// <summary>The stream that a request names.</summary>
    /// <exception cref="ApiException">It does not exist.</exception>
    public static string ExistingStream(ApiCall call, string group)
    {
        var stream = call.Input.Required("logStreamName");
        return new LogStore(call.Session, call.Lake).StreamExists(group, stream)
            ? stream
            : throw new ApiException("ResourceNotFoundException", "The specified log stream does not exist.");
    }

    private static string Arn(ApiCall call, string group) => $"arn:aws:logs:{call.Lake.Region}:{call.Lake.AccountId}:log-group:{group}";
}
