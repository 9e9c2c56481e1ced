using System.Text;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Logs;

/// <summary>Log events: PutLogEvents, GetLogEvents, FilterLogEvents.</summary>
internal static class LogEvents
{
    private const int MaximumPage = 10000;
    private const string Forward = "forward";
    private const string Backward = "backward";

    private static readonly string[] s_ofStream = ["logGroupName", "logGroupIdentifier", "logStreamName", "limit", "nextToken"];

    // API reference, PutLogEvents: bytes, and times in milliseconds. Groups are not kept with a retention here.
    private const int MaximumBatchBytes = 1_048_576;
    private const int EventBytes = 26;
    private const long Newest = 2 * 60 * 60 * 1000;
    private const long LongestBatch = 24 * 60 * 60 * 1000;
    private const long Oldest = 14 * LongestBatch;

    public static JsonObject Put(ApiCall call)
    {
        var group = LogGroups.ExistingGroup(call);
        var stream = LogGroups.ExistingStream(call, group);
        var events = call.Input.Items("logEvents").Select(item => new LogEvent(item.Number("timestamp")!.Value, item.Required("message")))
            .ToList();
        if (events.Zip(events.Skip(1)).Any(pair => pair.First.Timestamp > pair.Second.Timestamp))
            throw Invalid("Log events in a single PutLogEvents request must be in chronological order.");
        if (events.Sum(item => Encoding.UTF8.GetByteCount(item.Message) + EventBytes) > MaximumBatchBytes)
            throw Invalid($"The batch of log events is larger than {MaximumBatchBytes} bytes.");
        var now = call.Lake.Clock.Now();
        var (old, known) = (events.Count(item => item.Timestamp < now - Oldest), events.Count(item => item.Timestamp <= now + Newest));
        var kept = events.Take(known).Skip(old).ToList();
        if (kept.Count > 0 && kept[^1].Timestamp - kept[0].Timestamp > LongestBatch)
            throw Invalid("The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
        new LogStore(call.Session, call.Lake).Append(group, stream, kept);
        var rejected = new JsonObject()
            .With("tooOldLogEventEndIndex", old > 0 ? old : null)
            .With("tooNewLogEventStartIndex", known < events.Count ? known : null);
        return new JsonObject { ["nextSequenceToken"] = Guid.NewGuid().ToString("N") }
            .With("rejectedLogEventsInfo", rejected.Count > 0 ? rejected : null);
    }

    private static ApiException Invalid(string message) => new("InvalidParameterException", message);

    /// <summary>
    /// A page of one stream. Both tokens are always returned; the token of the request is returned if nothing follows in its direction.
    /// </summary>
    public static JsonObject Get(ApiCall call)
    {
        var group = LogGroups.ExistingGroup(call);
        var stream = LogGroups.ExistingStream(call, group);
        var logs = new LogStore(call.Session, call.Lake);
        var (from, until) = Times(call);
        var page = new Page(OfStream(call.Input), PageForm.Logs, call.Operation, MaximumPage);
        var forward = page.Last is [var direction, ..] ? direction == Forward : call.Input.Flag("startFromHead");
        var position = LogPosition.Of(page, forward ? LogPosition.Start : LogPosition.End);
        var events = forward
            ? logs.After(group, stream, position, from, until, page.Size)
            : logs.Before(group, stream, position, from, until, page.Size);
        return new JsonObject
        {
            ["events"] = events.Select(item => Wire(item)).ToJsonArray(),
            // Before the first event there is nothing: what follows an empty page to the start is the first event that comes.
            ["nextForwardToken"] = (events.Count > 0 ? LogPosition.Of(events[^1]) : forward ? position : LogPosition.Start)
                .ToToken(page, Forward),
            ["nextBackwardToken"] = (events.Count > 0 ? LogPosition.Of(events[0]) : position).ToToken(page, Backward),
        };
    }

    // A token is of the stream, and of no direction or times: a client reads on with startFromHead, which its first call did not have.
    private static JsonObject OfStream(JsonObject input)
    {
        var own = new JsonObject();
        foreach (var member in s_ofStream) own.With(member, input[member]?.DeepClone());
        return own;
    }

    public static JsonObject Filter(ApiCall call)
    {
        if (call.Input["startFromHead"]?.GetValue<bool>() == false)
            throw Invalid("The embedded lake returns the earliest events first: startFromHead cannot be false.");
        var group = LogGroups.ExistingGroup(call);
        var logs = new LogStore(call.Session, call.Lake);
        var (from, until) = Times(call);
        var streams = call.Input.Texts("logStreamNames");
        if (streams is not null && call.Input["logStreamNamePrefix"] is not null)
            throw Invalid("logStreamNames and logStreamNamePrefix cannot both be given.");
        var prefix = call.Input.Text("logStreamNamePrefix") ?? "";
        var pattern = LogFilterPattern.Parse(call.Input.Text("filterPattern") ?? "")
            ?? throw Invalid("The embedded lake supports filter patterns of terms only.");
        var page = new Page(call.Input, PageForm.Logs, call.Operation, MaximumPage);

        // A page ends after so many events looked at, so it may be empty and still have a next one, as AWS's.
        var read = logs.InGroup(group, LogPosition.Of(page, LogPosition.Start), from, until, page.Size);
        var chosen = read.Where(item => (streams is null || streams.Contains(item.Stream))
            && item.Stream.StartsWith(prefix, StringComparison.Ordinal) && pattern.Matches(item.Message));
        return new JsonObject
        {
            ["events"] = chosen.Select(item => Wire(item).With("logStreamName", item.Stream).With("eventId", item.Id.ToString("D20")))
                .ToJsonArray(),
            ["searchedLogStreams"] = new JsonArray(),
        }.With("nextToken", read.Count == page.Size ? LogPosition.Of(read[^1]).ToToken(page) : null);
    }

    private static (long From, long Until) Times(ApiCall call) =>
        (call.Input.Number("startTime") ?? long.MinValue, call.Input.Number("endTime") ?? long.MaxValue);

    private static JsonObject Wire(StoredLogEvent item) => new()
    {
        ["timestamp"] = item.Timestamp,
        ["message"] = item.Message,
        ["ingestionTime"] = item.Ingested,
    };
}
