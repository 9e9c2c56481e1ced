using System.Net;
using System.Text;
using LakeTools.Core.Glue;
using LakeTools.Rules.Errors;
using LakeTools.Tests.Objects;

namespace LakeTools.Tests.Jobs;

/// <summary>
/// The response to StartCrawler is lost, and the retry is refused because the crawler runs. GetCrawler says since when: CrawlElapsedTime is
/// the time since the crawl began, in milliseconds (Glue API reference, Crawler).
/// </summary>
public sealed class LostCrawlTests : IDisposable
{
    private readonly ObjectLake _lake = new();

    public void Dispose() => _lake.Dispose();

    [Fact]
    public async Task A_crawl_that_began_with_the_call_is_its_own() =>
        Assert.Equal("RUNNING", (await StartAsync("""{ "Name": "c", "State": "RUNNING", "CrawlElapsedTime": 0 }""")).State);

    [Fact]
    public async Task A_crawl_that_has_ended_since_is_its_own() =>
        Assert.Equal("READY", (await StartAsync("""{ "Name": "c", "State": "READY", "CrawlElapsedTime": 0 }""")).State);

    [Fact]
    public async Task A_crawl_that_is_older_is_of_somebody_else()
    {
        var error = await Assert.ThrowsAsync<LakeException>(() =>
            StartAsync("""{ "Name": "c", "State": "RUNNING", "CrawlElapsedTime": 3600000 }"""));
        Assert.Equal("CrawlerRunning", error.Id);
    }

    private Task<LakeGlueCrawler> StartAsync(string crawler) =>
        new CrawlerService(_lake.Connect(_ => new Service(crawler))).StartAsync("c", TestContext.Current.CancellationToken)
            .ReadAsync(TestContext.Current.CancellationToken);

    private sealed class Service(string crawler) : HttpMessageHandler
    {
        private int _starts;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isRead = request.Headers.GetValues("X-Amz-Target").Single().EndsWith(".GetCrawler", StringComparison.Ordinal);
            if (!isRead && _starts++ == 0) throw new HttpRequestException("the response is lost");
            return Task.FromResult(new HttpResponseMessage(isRead ? HttpStatusCode.OK : HttpStatusCode.BadRequest)
            {
                RequestMessage = request,
                Content = new StringContent(isRead ? $$"""{ "Crawler": {{crawler}} }""" : """{ "__type": "CrawlerRunningException" }""",
                    Encoding.UTF8, "application/x-amz-json-1.1"),
            });
        }
    }
}
