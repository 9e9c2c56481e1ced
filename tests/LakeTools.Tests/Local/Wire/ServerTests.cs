
using LakeTools.Local.Identity;

namespace LakeTools.Tests.Local.Wire;

/// <summary>What the loopback server makes of requests that no client in good standing sends.</summary>
public sealed class ServerTests : IDisposable
{
    private readonly TestLake _lake = new();

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://evil.example\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: null\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost.evil.example\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: evil-localhost\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: user@127.0.0.1\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: 192.168.0.1\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: 0.0.0.0\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: \r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: 127.0.0.1\r\n\r\n", 400)]
    [InlineData("GET http://127.0.0.1/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400)]
    [InlineData("GET * HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400)]
    [InlineData("CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/2\r\nHost: 127.0.0.1\r\n\r\n", 505)]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505)]
    [InlineData("get / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAA / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400)]
    [InlineData("GET  / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400)]
    [InlineData("GET /\t HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400)]
    [InlineData("GET /\0 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400)]
    [InlineData("nonsense\r\n\r\n", 400)]
    [InlineData("\r\n\r\n", 400)]
    [InlineData("\u0016\u0003\u0001\u0002\n", 400)] // TLS
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked, identity\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.0\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: +1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0x1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999999999999\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: gzip\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: a\r\nAuthorization: b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nBad Header: x\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHeader : x\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nA: b\r\n folded\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n: x\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nA: b\0c\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nA: b\rc\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\nHost: 127.0.0.1\n\n", 400)]
    public async Task A_request_that_should_not_be_is_refused(string request, int status) => Assert.Equal(status, await StatusOf(request));

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: bucket.localhost:80\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nA: \u00e9\r\n\r\n")]
    public async Task An_unsigned_request_of_this_machine_gets_the_answer_of_a_service(string request) =>
        Assert.Contains("<Code>AccessDenied</Code>", await Exchange(request), StringComparison.Ordinal);

    [Fact]
    public async Task Lines_and_headers_are_bounded()
    {
        Assert.Equal(431, await StatusOf($"GET /{new string('a', 20_000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
        Assert.Equal(431, await StatusOf($"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{string.Concat(Enumerable.Repeat("A: b\r\n", 200))}\r\n"));
        Assert.Equal(431, await StatusOf(
            $"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{string.Concat(Enumerable.Repeat($"A: {new string('b', 10_000)}\r\n", 10))}\r\n"));
    }

    [Fact]
    public async Task A_connection_serves_more_than_one_request()
    {
        const string Request = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        var answers = await Exchange(Request + Request + Request.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n") + Request);
        Assert.Equal([403, 403, 403], RawConnection.StatusesIn(answers));
    }

    /// <summary>Bytes after an unreadable body are not read as a request: its start is not known.</summary>
    [Theory]
    [InlineData("zz\r\n")]
    [InlineData("-1\r\n")]
    [InlineData("+1\r\n")]
    [InlineData("0x1\r\n")]
    [InlineData(" 1\r\n")]
    [InlineData("ffffffffffffffff\r\n")]
    [InlineData("1\r\nabc\r\n")]
    [InlineData("1\na\r\n")]
    [InlineData("\r\n")]
    public async Task After_a_broken_chunk_the_connection_ends(string chunk)
    {
        var keys = _lake.Lake.CredentialFor(_lake.Lake.AdministratorArn);
        var put = new RawRequest("PUT", "127.0.0.1", "/bucket", "", "") { Headers = { ["transfer-encoding"] = "chunked" } }.Sign(keys,
            "s3");
        var answers = await Exchange(put.HeadOnWire() + chunk + "0\r\n\r\nGET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        Assert.Single(RawConnection.StatusesIn(answers));
    }

    [Fact]
    public async Task A_body_that_nobody_wants_is_not_asked_for() =>
        Assert.Equal(403, await StatusOf(
            "PUT /bucket/key HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n\r\n"));

    /// <summary>
    /// RFC 9110, 10.1.1 lets a server omit the 100 of an empty body; botocore then reads the next answer on the connection as headers.
    /// </summary>
    [Fact]
    public async Task A_client_that_waits_to_send_an_empty_body_gets_a_100_or_the_end_of_the_connection()
    {
        var keys = _lake.Lake.CredentialFor(_lake.Lake.AdministratorArn);
        var put = new RawRequest("PUT", "127.0.0.1", "/bucket", "", "")
            { Headers = { ["expect"] = "100-continue", ["content-length"] = "0" } }
            .Sign(keys, "s3").HeadOnWire();
        Assert.Equal((int[])[100, 200, 403], RawConnection.StatusesIn(
            await Exchange(put + "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")));
        var refused = await Exchange("PUT /bucket/key HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nExpect: 100-continue\r\n\r\n");
        Assert.Equal([403], RawConnection.StatusesIn(refused));
        Assert.Contains("Connection: close", refused, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_sends_a_long_body_for_nothing_reads_why()
    {
        const int Length = 8_000_000;
        var answer = await Exchange($"PUT /bucket/key HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: "
            + $"{Length}\r\n\r\n{new string('a', Length)}");
        Assert.Equal([403], RawConnection.StatusesIn(answer));
    }

    public void Dispose() => _lake.Dispose();

    private async Task<int> StatusOf(string request) => RawConnection.StatusesIn(await Exchange(request))[0];

    private Task<string> Exchange(string request) => RawConnection.ExchangeAsync(_lake.Lake.StartServer().Port, request);
}
