using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LakeTools.Core.Secrets;
using LakeTools.Tests.Objects;

namespace LakeTools.Tests.Secrets;

/// <summary>
/// DescribeSecret returns AutomaticallyAfterDays also for a schedule, from which it is calculated; RotateSecret accepts only one of them
/// (Secrets Manager API reference, RotationRulesType).
/// </summary>
public sealed class RotationRulesTests : IDisposable
{
    private const string Cron = "cron(0 2 1 * ? *)";
    private const string Configured = $$"""{ "AutomaticallyAfterDays": 31, "ScheduleExpression": "{{Cron}}", "Duration": "3h" }""";

    private readonly ObjectLake _lake = new();

    public void Dispose() => _lake.Dispose();

    [Fact]
    public async Task The_days_of_a_schedule_are_not_sent_back() => Assert.Equal(
        $$"""{"ScheduleExpression":"{{Cron}}","Duration":"2h"}""",
        await SentAsync(new() { Duration = "2h" }, Configured));

    [Fact]
    public async Task Days_take_the_place_of_a_schedule() => Assert.Equal(
        """{"AutomaticallyAfterDays":7,"Duration":"3h"}""",
        await SentAsync(new() { Days = 7 }, Configured));

    [Fact]
    public async Task Nothing_is_read_and_sent_where_nothing_is_changed() =>
        Assert.Null(await SentAsync(new() { Immediately = false }, null));

    private async Task<string?> SentAsync(RotationOptions options, string? configured)
    {
        var service = new Service(configured);
        await new SecretRotationService(_lake.Connect(_ => service)).StartAsync("s", options, TestContext.Current.CancellationToken);
        return service.Sent?["RotationRules"] is not JsonObject rules ? null : new JsonObject(
            new[] { "AutomaticallyAfterDays", "ScheduleExpression", "Duration" }.Where(rules.ContainsKey)
                .Select(name => KeyValuePair.Create(name, rules[name]?.DeepClone()))).ToJsonString();
    }

    private sealed class Service(string? configured) : HttpMessageHandler
    {
        public JsonNode? Sent { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isRead = request.Headers.GetValues("X-Amz-Target").Single().EndsWith(".DescribeSecret", StringComparison.Ordinal);
            if (isRead) Assert.NotNull(configured);
            else Sent = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            return new(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent(isRead ? $$"""{ "RotationRules": {{configured}} }""" : "{}", Encoding.UTF8,
                    "application/x-amz-json-1.1"),
            };
        }
    }
}
