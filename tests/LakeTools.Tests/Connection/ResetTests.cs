using System.Net;
using System.Net.Sockets;
using System.Text;
using LakeTools.Core.Errors;
using LakeTools.Core.Glue;
using LakeTools.Rules.Errors;
using LakeTools.Tests.Objects;

namespace LakeTools.Tests.Connection;

/// <summary>HttpClient throws a bare SocketException if a connection is reset while it opens, which the AWS SDK does not retry.</summary>
public sealed class ResetTests : IDisposable
{
    private readonly ObjectLake _lake = new();

    public void Dispose() => _lake.Dispose();

    [Fact]
    public async Task A_connection_that_is_reset_is_opened_again() => Assert.Equal("READY", (await ReadAsync(resets: 1)).State);

    [Fact]
    public async Task A_connection_that_is_reset_each_time_is_lost()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => ReadAsync(resets: int.MaxValue));
        Assert.True(SdkErrors.CanTranslate(error));
        Assert.Equal(nameof(Fault.ConnectionLost), SdkErrors.Translate(error, "Get-GlueCrawler", "c").Id);
    }

    private Task<LakeGlueCrawler> ReadAsync(int resets)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var crawlers = new CrawlerService(_lake.Connect(_ => new Service(resets)));
        return crawlers.FindAsync("c", cancellation).FirstAsync(cancellation).AsTask();
    }

    private sealed class Service(int resets) : HttpMessageHandler
    {
        private int _requests;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_requests++ < resets) throw new SocketException((int)SocketError.NotConnected);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent("""{ "Crawler": { "Name": "c", "State": "READY" } }""", Encoding.UTF8,
                    "application/x-amz-json-1.1"),
            });
        }
    }
}
