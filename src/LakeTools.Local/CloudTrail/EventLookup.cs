using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.CloudTrail;

/// <summary>LookupEvents: the events of the last 90 days, the newest first.</summary>
internal static class EventLookup
{
    private const int MaxResults = 50;
    private const string ReadOnly = "IIF(json_extract(document, '$.readOnly'), 'true', 'false')";

    // The event attributes that the store has. Events of the lake have no others.
    private static readonly Dictionary<string, string> s_columns = new(StringComparer.Ordinal)
    {
        ["EventId"] = "event_id",
        ["EventName"] = "name",
        ["EventSource"] = "source",
        ["Username"] = "username",
    };

    public static JsonObject Lookup(ApiCall call)
    {
        var now = call.Lake.Clock.Now();
        var (from, to) = (Milliseconds(call, "StartTime") ?? 0, Milliseconds(call, "EndTime") ?? now);
        if (from > to) throw new ApiException("InvalidTimeRangeException", "The start time is after the end time.");
        var attributes = call.Input.Items("LookupAttributes").ToList();
        if (attributes.Count > 1) throw new ApiException("InvalidLookupAttributesException", "Only one lookup attribute can be given.");
        var page = new Page(call.Input, PageForm.CloudTrail, call.Operation, MaxResults, MaxResults);
        if (call.Input.Text("EventCategory") is not null) return new JsonObject { ["Events"] = new JsonArray() }; // there are no insights
        var (column, value) = ("source", (string?)null);
        if (attributes is [var attribute])
        {
            (var key, value) = (attribute.Required("AttributeKey"), attribute.Required("AttributeValue"));
            if (key == "ReadOnly") column = ReadOnly;
            else if (!s_columns.TryGetValue(key, out column!)) (column, value) = ("source", "");
        }

        var rows = call.Session.Query(
            $"SELECT id, event_id, time, name, source, username, document, {ReadOnly} FROM cloudtrail_event "
                + $"WHERE time >= ?1 AND time <= ?2 AND id < ?3 AND (?4 IS NULL OR {column} = ?4) ORDER BY id DESC LIMIT ?5",
            row => (Id: row.GetInt64(0), Event: new JsonObject
            {
                ["EventId"] = row.GetString(1),
                ["EventName"] = row.GetString(3),
                ["ReadOnly"] = row.GetString(7),
                ["EventTime"] = row.GetInt64(2) / 1000,
                ["EventSource"] = row.GetString(4),
                ["Username"] = row.GetString(5),
                ["Resources"] = new JsonArray(),
                ["CloudTrailEvent"] = row.GetString(6),
            }),
            Math.Max(from, now - TrailEvents.Kept),
            to,
            page.AfterNumber(long.MaxValue),
            value,
            page.Size + 1);
        var (shown, next) = page.Cut(rows, row => row.Id);
        return new JsonObject { ["Events"] = shown.Select(row => row.Event).ToJsonArray() }.With("NextToken", next);
    }

    private static long? Milliseconds(ApiCall call, string member) =>
        call.Input[member] is JsonValue value ? (long)(value.GetValue<double>() * 1000) : null;
}
