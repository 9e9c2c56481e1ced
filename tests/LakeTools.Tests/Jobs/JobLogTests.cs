using Amazon.CloudWatchLogs.Model;
using Amazon.Glue.Model;
using LakeTools.Core.Jobs;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Jobs;

/// <summary>Reads the logs of a run, the classic and the continuous ones.</summary>
public sealed class JobLogTests : IDisposable
{
    private static readonly DateTime s_start = DateTime.UtcNow.Date; // older events are rejected

    private readonly TestLake _lake = new();
    private readonly LakeConnection _connection;

    public JobLogTests() => _connection = _lake.Connect();

    public void Dispose() => _lake.Dispose();

    [Theory]
    [InlineData("", false, "out")]
    [InlineData("--enable-continuous-cloudwatch-log=true", false, "out driver executor")]
    [InlineData("--enable-continuous-cloudwatch-log=TRUE", true, "err")]
    [InlineData("--enable-continuous-cloudwatch-log=false", false, "out")]
    [InlineData("--enable-continuous-cloudwatch-log=true --continuous-log-logGroup=/own --continuous-log-logStreamPrefix=pre", false,
        "out mine")]
    [InlineData("--enable-continuous-cloudwatch-log=true --continuous-log-logGroup=/none", false, "out")]
    public async Task The_lines_of_a_run_come_from_its_own_groups(string arguments, bool errorStream, string expected)
    {
        await WriteAsync("/aws-glue/jobs/output", "jr_1", (0, "out"));
        await WriteAsync("/aws-glue/jobs/error", "jr_1", (0, "err"));
        await WriteAsync("/aws-glue/jobs/logs-v2", "jr_1", (0, "driver"));
        await WriteAsync("/aws-glue/jobs/logs-v2", "jr_1_g-5", (0, "executor"));
        await WriteAsync("/aws-glue/jobs/logs-v2", "jr_1-progress-bar", (0, "bar"));
        await WriteAsync("/aws-glue/jobs/logs-v2", "jr_2", (0, "other run"));
        await WriteAsync("/own", "pre-driver", (-60, "earlier run"), (1, "mine"));
        await MakeJobAsync(arguments);
        var run = new LakeJobRun { JobName = "j", Id = "jr_1", State = "RUNNING", LogGroup = "/aws-glue/jobs",
            StartedOn = s_start.ToLocalTime() };
        var lines = new List<string>();
        await foreach (var line in new JobLogService(_connection)
            .ReadAsync(run, errorStream, follow: false, TestContext.Current.CancellationToken)) lines.Add(line.Message);
        Assert.Equal(expected.Split(' '), lines.Select(line => line.Trim()));
    }

    private async Task MakeJobAsync(string arguments) => await _connection.Clients.Glue.CreateJobAsync(
        new CreateJobRequest
        {
            Name = "j",
            Role = "r",
            Command = new JobCommand { Name = "glueetl", ScriptLocation = "s3://b/s.py" },
            DefaultArguments = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
                .ToDictionary(pair => pair[0], pair => pair[1]),
        }, TestContext.Current.CancellationToken);

    private async Task WriteAsync(string group, string stream, params (int Second, string Text)[] lines)
    {
        var logs = _connection.Clients.Logs;
        var token = TestContext.Current.CancellationToken;
        if ((await logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = group }, token))
            .LogGroups is not { Count: > 0 })
            await logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = group }, token);
        await logs.CreateLogStreamAsync(new CreateLogStreamRequest { LogGroupName = group, LogStreamName = stream }, token);
        await logs.PutLogEventsAsync(new PutLogEventsRequest
        {
            LogGroupName = group,
            LogStreamName = stream,
            LogEvents = [.. lines.Select(line => new InputLogEvent { Timestamp = s_start.AddSeconds(line.Second), Message = line.Text })],
        }, token);
    }
}
