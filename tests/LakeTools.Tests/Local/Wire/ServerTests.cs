using System.Net.Sockets;
using System.Text;

namespace LakeTools.Tests.Local.Wire;

/// <summary>What the loopback server makes of requests that no client in good standing sends.</summary>
public sealed class ServerTests : IDisposable
{
    private readonly TestLake _lake = new();

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://evil.example\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost.evil.example\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: 192.168.0.1\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET http://127.0.0.1/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/2\r\nHost: 127.0.0.1\r\n\r\n", 505)]
    [InlineData("nonsense\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: gzip\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nBad Header: x\r\n\r\n", 400)]
    public async Task A_request_that_should_not_be_is_refused(string request, int status) => Assert.Equal(status, await StatusOf(request));

    [Fact]
    public async Task Lines_and_headers_are_bounded()
    {
        Assert.Equal(431, await StatusOf($"GET /{new string('a', 20_000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
        Assert.Equal(431, await StatusOf($"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{string.Concat(Enumerable.Repeat("A: b\r\n", 200))}\r\n"));
        Assert.Equal(431, await StatusOf($"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{string.Concat(Enumerable.Repeat($"A: {new string('b', 10_000)}\r\n", 10))}\r\n"));
    }

    [Fact]
    public async Task A_connection_serves_more_than_one_request()
    {
        const string Request = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        var answers = await Exchange(Request + Request + Request.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
        Assert.Equal(3, answers.Split("HTTP/1.1 403").Length - 1);
    }

    [Fact]
    public async Task A_body_that_nobody_wants_is_not_asked_for() =>
        Assert.Equal(403, await StatusOf("PUT /bucket/key HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n\r\n"));

    public void Dispose() => _lake.Dispose();

    private async Task<int> StatusOf(string request) => int.Parse((await Exchange(request)).Split(' ')[1]);

    /// <summary>Sends bytes, says that no more come, and reads to the end.</summary>
    private async Task<string> Exchange(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _lake.Lake.StartServer().Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
