using System.Net;
using System.Text;
using LakeTools.Core.Glue;
using LakeTools.Rules.Errors;
using LakeTools.Tests.Objects;

namespace LakeTools.Tests.Jobs;

/// <summary>
/// The first attempt to create a crawler or a trigger fails, and Glue answers the retry that one of that name exists. It is the own one
/// only if it has all that was asked for. Glue returns roles of crawlers as names, and schedules as structures (API reference, Crawler).
/// </summary>
public sealed class LostCreationTests : IDisposable
{
    private readonly ObjectLake _lake = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _lake.Dispose();

    [Theory]
    [InlineData("r")]
    [InlineData("team/r")]
    [InlineData("arn:aws:iam::000000000000:role/team/r")]
    public async Task A_crawler_with_all_that_was_asked_for_is_the_own_one(string role) =>
        Assert.Equal("daily", (await MakeCrawlerAsync($$"""
            { "Name": "c", "Role": "{{role}}", "DatabaseName": "sales", "Description": "daily",
              "Targets": { "S3Targets": [ { "Path": "s3://b/x" } ] },
              "Schedule": { "ScheduleExpression": "cron(0 2 * * ? *)", "State": "SCHEDULED" }, "State": "READY" }
            """)).Description);

    [Theory]
    [InlineData(""" "Role": "arn:aws:iam::000000000000:role/team/r", "DatabaseName": "other" """)]
    [InlineData(""" "Role": "r", "DatabaseName": "sales", "Schedule": { "ScheduleExpression": "cron(0 9 * * ? *)" } """)]
    [InlineData(""" "Role": "other", "DatabaseName": "sales", "Schedule": { "ScheduleExpression": "cron(0 2 * * ? *)" } """)]
    [InlineData(""" "Role": "r", "DatabaseName": "sales", "Schedule": { "ScheduleExpression": "cron(0 2 * * ? *)" }, "Targets": {} """)]
    public async Task Another_crawler_of_that_name_is_an_error(string members)
    {
        var error = await Assert.ThrowsAsync<LakeException>(() =>
            MakeCrawlerAsync($$"""{ "Name": "c", "Description": "daily", {{members}} }"""));
        Assert.Equal("CrawlerExists", error.Id);
    }

    [Fact]
    public async Task A_trigger_with_all_that_was_asked_for_is_the_own_one() =>
        Assert.Equal(["etl"], (await MakeTriggerAsync("""
            { "Name": "t", "Type": "SCHEDULED", "State": "CREATED", "Schedule": "cron(0 2 * * ? *)", "Actions": [ { "JobName": "etl" } ] }
            """)).JobName);

    [Theory]
    [InlineData("cron(0 2 * * ? *)", "other")]
    [InlineData("cron(0 9 * * ? *)", "etl")]
    public async Task Another_trigger_of_that_name_is_an_error(string schedule, string job)
    {
        var error = await Assert.ThrowsAsync<LakeException>(() => MakeTriggerAsync($$"""
            { "Name": "t", "Type": "SCHEDULED", "Schedule": "{{schedule}}", "Actions": [ { "JobName": "{{job}}" } ] }
            """));
        Assert.Equal("TriggerExists", error.Id);
    }

    private Task<LakeGlueCrawler> MakeCrawlerAsync(string found) =>
        new CrawlerService(Connect("Crawler", found)).CreateAsync(
            new CrawlerChange
            {
                Name = "c",
                Role = "arn:aws:iam::000000000000:role/team/r",
                DatabaseName = "sales",
                Description = "daily",
                Path = ["s3://b/x"],
                Schedule = "cron(0 2 * * ? *)",
            }, Token).ReadAsync(Token);

    private Task<LakeGlueTrigger> MakeTriggerAsync(string found) =>
        new TriggerService(Connect("Trigger", found)).CreateAsync(
            new TriggerChange { Name = "t", Type = "SCHEDULED", Schedule = "cron(0 2 * * ? *)", JobName = ["etl"] }, Token)
            .ReadAsync(Token);

    private LakeConnection Connect(string kind, string found) => _lake.Connect(_ => new Service(kind, found));

    private sealed class Service(string kind, string found) : HttpMessageHandler
    {
        private bool _hasFailed;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isRead = request.Headers.GetValues("X-Amz-Target").Single().EndsWith(".Get" + kind, StringComparison.Ordinal);
            var (status, body) = isRead ? (HttpStatusCode.OK, $$"""{ "{{kind}}": {{found}} }""")
                : _hasFailed ? (HttpStatusCode.BadRequest, """{ "__type": "AlreadyExistsException" }""")
                : (HttpStatusCode.InternalServerError, """{ "__type": "InternalServiceException" }""");
            _hasFailed |= !isRead;
            return Task.FromResult(new HttpResponseMessage(status)
            {
                RequestMessage = request,
                Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1"),
            });
        }
    }
}
