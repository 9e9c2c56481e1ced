using System.Text.Json.Nodes;
using LakeTools.Local.Logs;

namespace LakeTools.Tests.Local.Logs;

/// <summary>
/// Reading and writing of log events. Source of the bounds: API reference, GetLogEvents, FilterLogEvents and PutLogEvents.
/// </summary>
public sealed class LogEventTests : IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly TestLake _lake;
    private readonly ApiDriver _logs;

    public LogEventTests()
    {
        _lake = new TestLake(_clock);
        _logs = new ApiDriver(_lake, new LogsApi());
        _logs.Call("CreateLogGroup", new { logGroupName = "g" });
        _logs.Call("CreateLogStream", new { logGroupName = "g", logStreamName = "s" });
    }

    private long Now => _clock.Now.ToUnixTimeMilliseconds();

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    [InlineData(true)]
    public void An_empty_stream_can_be_followed(bool? startFromHead)
    {
        var token = (string?)_logs.Call("GetLogEvents",
            new { logGroupName = "g", logStreamName = "s", startFromHead })["nextForwardToken"];
        foreach (var message in new[] { "one", "two" })
        {
            Put((Now, message));
            var page = Next(token);
            Assert.Equal([message], Messages(page));
            token = (string?)page["nextForwardToken"];
        }

        Assert.Empty(Messages(Next(token)));
        Assert.Equal(token, (string?)Next(token)["nextForwardToken"]);
    }

    [Fact]
    public void The_end_of_the_time_range_is_part_of_a_filter_and_not_of_a_stream()
    {
        Put((Now, "a"), (Now + 1, "b"));
        Assert.Equal(["a"], Messages(_logs.Call("FilterLogEvents", new { logGroupName = "g", endTime = Now })));
        Assert.Equal(["a", "b"], Messages(_logs.Call("FilterLogEvents", new { logGroupName = "g", endTime = Now + 1 })));
        Assert.Equal(["a"], Messages(_logs.Call("GetLogEvents", new { logGroupName = "g", logStreamName = "s", endTime = Now + 1 })));
    }

    [Fact]
    public void Two_ways_to_name_streams_or_a_group_exclude_each_other()
    {
        Assert.Equal("InvalidParameterException", _logs.Refused("FilterLogEvents",
            new { logGroupName = "g", logStreamNames = new[] { "s" }, logStreamNamePrefix = "s" }));
        foreach (var operation in new[] { "FilterLogEvents", "GetLogEvents", "DescribeLogStreams" })
            Assert.Equal("InvalidParameterException", _logs.Refused(operation,
                new { logGroupName = "g", logGroupIdentifier = "g", logStreamName = operation == "GetLogEvents" ? "s" : null }));
    }

    [Fact]
    public void Events_that_are_too_old_or_too_new_are_rejected_and_the_others_are_kept()
    {
        const long Day = 24 * 60 * 60 * 1000, Hour = Day / 24;
        var answer = Put((Now - 14 * Day - 1, "old"), (Now - Hour, "good"), (Now + 2 * Hour, "last"), (Now + 2 * Hour + 1, "new"));
        Assert.Equal((1, 3), ((int)answer["rejectedLogEventsInfo"]!["tooOldLogEventEndIndex"]!,
            (int)answer["rejectedLogEventsInfo"]!["tooNewLogEventStartIndex"]!));
        Assert.Equal(["good", "last"], Messages(_logs.Call("GetLogEvents", new { logGroupName = "g", logStreamName = "s" })));
        Assert.Null(Put((Now, "more"))["rejectedLogEventsInfo"]);
    }

    [Fact]
    public void A_batch_spans_a_day_and_a_megabyte_at_most()
    {
        const long Day = 24 * 60 * 60 * 1000;
        Assert.Equal("InvalidParameterException", Refused((Now - Day - 1, "a"), (Now, "b")));
        Assert.Equal("InvalidParameterException", Refused((Now, new string('a', 600_000)), (Now, new string('a', 600_000))));
        Put((Now - Day, "a"), (Now, "b"));
    }

    public void Dispose() => _lake.Dispose();

    private JsonObject Put(params (long Time, string Message)[] events) => _logs.Call("PutLogEvents", Batch(events));

    private string Refused(params (long Time, string Message)[] events) => _logs.Refused("PutLogEvents", Batch(events));

    private static object Batch((long Time, string Message)[] events) => new
    {
        logGroupName = "g",
        logStreamName = "s",
        logEvents = events.Select(item => new { timestamp = item.Time, message = item.Message }),
    };

    private JsonObject Next(string? token) => _logs.Call("GetLogEvents",
        new { logGroupName = "g", logStreamName = "s", startFromHead = true, nextToken = token });

    private static IEnumerable<string?> Messages(JsonObject page) => page["events"]!.AsArray().Select(item => (string?)item!["message"]);
}
