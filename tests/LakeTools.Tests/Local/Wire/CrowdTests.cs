using System.Diagnostics;
using LakeTools.Local.Server;
using LakeTools.Local.Wire;

namespace LakeTools.Tests.Local.Wire;

/// <summary>Many clients, and large bodies: nobody without a key takes the server's memory or keeps others out.</summary>
[Collection("Memory of the process")] // one after the other: each looks at what the process has taken
public sealed class CrowdTests : IDisposable
{
    private const int Large = 16 * 1024 * 1024;
    private const string Asking = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";

    // There against hanging alone: tests beside it may hold the threads of the pool.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    private readonly TestLake _lake = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")]
    public async Task Clients_that_say_nothing_more_keep_nobody_out(string said)
    {
        using var server = LoopbackServer.Start(_lake.Lake.Instance.Router, 0);
        var idle = new List<RawConnection>();
        try
        {
            for (var i = 0; i < HttpBounds.Default.MaxConnections + 10; i++)
            {
                idle.Add(await RawConnection.OpenAsync(server.Port));
                await idle[^1].SendAsync(said);
            }

            var answer = await RawConnection.ExchangeAsync(server.Port, Asking).WaitAsync(s_limit, Cancellation);
            Assert.Equal([403], RawConnection.StatusesIn(answer));
        }
        finally
        {
            idle.ForEach(connection => connection.Dispose());
        }
    }

    /// <summary>The answer comes before the body, which never does.</summary>
    [Theory]
    [InlineData("glue", "x-amz-target: AWSGlue.GetDatabases\r\n")]
    [InlineData("sts", "")]
    [InlineData("s3", "x-amz-content-sha256: UNSIGNED-PAYLOAD\r\n")]
    public async Task No_body_is_read_for_a_key_that_is_not_known(string service, string header)
    {
        using var server = LoopbackServer.Start(_lake.Lake.Instance.Router, 0);
        using var client = await RawConnection.OpenAsync(server.Port);
        var now = DateTime.UtcNow;
        await client.SendAsync(
            $"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: {Large}\r\n"
                + $"x-amz-date: {now:yyyyMMdd'T'HHmmss'Z'}\r\n{header}"
                + $"Authorization: AWS4-HMAC-SHA256 Credential=AKIAUNKNOWN/{now:yyyyMMdd}/eu-central-1/{service}/aws4_request, "
                + $"SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-target, Signature={new string('0', 64)}\r\n\r\n");
        var watch = Stopwatch.StartNew();
        var status = Assert.Single(RawConnection.StatusesIn(await client.ReadToEndAsync()));
        Assert.True(status is 400 or 403, $"{status}");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, HttpBounds.Default.Stall / 2);
    }

    /// <summary>What would take 70 bytes a byte as a tree is refused before it is made one.</summary>
    [Theory]
    [InlineData("glue", "AWSGlue.GetDatabases", "{\"a\":[", "{},", "{}]}")]
    [InlineData("glue", "AWSGlue.GetDatabases", "{\"a\":[", "0,", "0]}")]
    [InlineData("sts", null, "Action=GetCallerIdentity&Version=2011-06-15", "&a=b", "")]
    public async Task Very_many_small_values_are_refused(string service, string? target, string open, string value, string close)
    {
        var body = open + string.Concat(Enumerable.Repeat(value, 3_000_000)) + close;
        var request = new RawRequest("POST", "127.0.0.1", "/", "", body)
            .With("content-length", $"{body.Length}")
            .With("x-amz-target", target);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var (status, _) = await request.Sign(_lake.Lake.CredentialFor(_lake.Lake.AdministratorArn), service).SendAsync(_lake.Lake);
        Assert.Equal(413, status);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 40L * body.Length);
    }

    [Fact]
    public async Task Bodies_share_their_memory()
    {
        var budget = new BodyBudget(BodyBudget.Default);
        var first = await budget.TakeAsync(Large, Cancellation);
        using var small = await budget.TakeAsync(1000, Cancellation);
        var second = budget.TakeAsync(Large, Cancellation).AsTask();
        Assert.False(second.IsCompleted);
        using var another = await budget.TakeAsync(1000, Cancellation);
        using var cancel = new CancellationTokenSource();
        var cancelled = budget.TakeAsync(Large, cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        first.Dispose();
        first.Dispose();
        using var taken = await second.WaitAsync(s_limit, Cancellation);
        Assert.False(budget.TakeAsync(Large, Cancellation).AsTask().IsCompleted);
    }

    public void Dispose() => _lake.Dispose();
}
