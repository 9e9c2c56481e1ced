using System.Net;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;

namespace LakeTools.Tests.Aws;

public sealed class CloudWatchLogsTimeTests
{
    private static readonly DateTime s_time = new(2012, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc);

    [Fact]
    public async Task Times_are_milliseconds_since_1970()
    {
        var service = new ScriptedService((HttpStatusCode.OK, """{"events":[{"timestamp":1325473445678,"message":"m"}]}"""));
        using var client = new AmazonCloudWatchLogsClient(
            new BasicAWSCredentials("id", "key"),
            new AmazonCloudWatchLogsConfig { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = service });

        var response = await client.GetLogEventsAsync(
            new GetLogEventsRequest { LogStreamName = "s", StartTime = s_time }, TestContext.Current.CancellationToken);

        var line = Assert.Single(response.Events);
        Assert.Equal(s_time, line.Timestamp);
        Assert.Equal(DateTimeKind.Utc, line.Timestamp!.Value.Kind);
        Assert.Null(line.IngestionTime);
        Assert.Equal(1325473445678, JsonNode.Parse(service.Asked[0].Body)!["startTime"]!.GetValue<long>());
    }
}
