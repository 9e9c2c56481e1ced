
using LakeTools.Local.Identity;
using LakeTools.Local.Server;

namespace LakeTools.Tests.Local.Wire;

/// <summary>
/// Clients that keep the server waiting: all are left, so that others are served. Every test ends because the server ends the connection;
/// one that hangs is a fault.
/// </summary>
public sealed class SlowClientTests : IDisposable
{
    // Long enough that a client on a busy machine says in time what it has to say.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);

    private readonly TestLake _lake = new();
    private readonly LoopbackServer _server;

    public SlowClientTests()
    {
        var bounds = new HttpBounds { Idle = s_limit, Stall = s_limit, Linger = s_limit, MinBytesPerSecond = 100_000, MaxConnections = 1 };
        _server = LoopbackServer.Start(_lake.Lake.Instance.Router, 0, bounds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")]
    public async Task A_client_that_says_no_more_is_left(string said)
    {
        using var client = await RawConnection.OpenAsync(_server.Port);
        await client.SendAsync(said);
        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task A_client_that_keeps_its_connection_for_nothing_is_left()
    {
        using var client = await RawConnection.OpenAsync(_server.Port);
        await client.SendAsync("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        var answer = await client.ReadToEndAsync();
        Assert.Equal([403], RawConnection.StatusesIn(answer));
    }

    /// <summary>Each byte comes in time, and all of them together do not.</summary>
    [Fact]
    public async Task A_client_that_sends_its_headers_drop_by_drop_is_left()
    {
        using var client = await RawConnection.OpenAsync(_server.Port);
        await client.DripAsync("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nA: " + new string('a', 10_000), s_limit / 10);
        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task A_client_that_sends_its_body_drop_by_drop_is_left_and_nothing_of_it_is_kept()
    {
        var keys = _lake.Lake.CredentialFor(_lake.Lake.AdministratorArn);
        Assert.Equal(200, (await new RawRequest("PUT", "127.0.0.1", "/bucket", "", "").Sign(keys, "s3").SendAsync(_lake.Lake)).Status);
        var put = new RawRequest("PUT", "127.0.0.1", "/bucket/key", "", "") { Headers = { ["content-length"] = "20000" } }
            .Sign(keys, "s3", payload: "UNSIGNED-PAYLOAD");
        using var client = await RawConnection.OpenAsync(_server.Port);
        await client.SendAsync(put.HeadOnWire());
        await client.DripAsync(new string('a', 10_000), s_limit / 10);
        Assert.Equal("", await client.ReadToEndAsync());
        Assert.Equal(404, (await new RawRequest("GET", "127.0.0.1", "/bucket/key", "", "").Sign(keys, "s3").SendAsync(_lake.Lake)).Status);
        Assert.Empty(_lake.ObjectFiles());
    }

    [Fact]
    public async Task A_client_that_does_not_take_its_answer_is_left()
    {
        var keys = _lake.Lake.CredentialFor(_lake.Lake.AdministratorArn);
        Assert.Equal(200, (await new RawRequest("PUT", "127.0.0.1", "/bucket", "", "").Sign(keys, "s3").SendAsync(_lake.Lake)).Status);
        var large = new RawRequest("PUT", "127.0.0.1", "/bucket/key", "", new string('a', 32_000_000));
        Assert.Equal(200, (await large.Sign(keys, "s3").SendAsync(_lake.Lake)).Status);
        using var silent = await RawConnection.OpenAsync(_server.Port);
        await silent.SendAsync(new RawRequest("GET", "127.0.0.1", "/bucket/key", "", "").Sign(keys, "s3").HeadOnWire());

        // The server takes one connection at a time, so that this one waits for the end of the other.
        var answer = await RawConnection.ExchangeAsync(_server.Port, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        Assert.Equal([403], RawConnection.StatusesIn(answer));
    }

    public void Dispose()
    {
        _server.Dispose();
        _lake.Dispose();
    }
}
