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

    public void Dispose() => _lake.Dispose();

    private JsonObject Put(params (long Time, string Message)[] events) => _logs.Call("PutLogEvents", Batch(events));

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
