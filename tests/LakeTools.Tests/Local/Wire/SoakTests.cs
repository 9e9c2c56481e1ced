using System.Diagnostics;
using System.Globalization;
using LakeTools.Local.Identity;

namespace LakeTools.Tests.Local.Wire;

/// <summary>
/// Very many requests to one server, good and bad: neither its memory nor its handles nor its files grow. <c>LAKETOOLS_SOAK</c> says how
/// many; 1,000,000 take about ten minutes.
/// </summary>
[Collection("Memory of the process")] // one after the other: each looks at what the process has taken
public sealed class SoakTests : IDisposable
{
    private const int DefaultCount = 4000;
    private const int Clients = 8;

    // What the runtime keeps for later, and what caches may come to.
    private const long MaxGrowth = 32 * 1024 * 1024;
    private const int MaxMoreHandles = 64;

    private readonly TestLake _lake = new();

    [Fact]
    public async Task A_server_does_not_grow_with_its_requests()
    {
        var count = Environment.GetEnvironmentVariable("LAKETOOLS_SOAK") is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : DefaultCount;
        var address = _lake.Lake.StartServer();
        var keys = _lake.Lake.CredentialFor(_lake.Lake.AdministratorArn);
        await SendAsync(address, new RawRequest("PUT", address.Authority, "/soak-tests", "", "").Sign(keys, "s3"));
        await RunAsync(address, keys, 0, count / 2);
        var (memory, handles, files) = Measure();
        await RunAsync(address, keys, count / 2, count);
        var (memoryAfter, handlesAfter, filesAfter) = Measure();
        Assert.InRange(memoryAfter - memory, long.MinValue, MaxGrowth);
        Assert.InRange(handlesAfter - handles, int.MinValue, MaxMoreHandles);
        Assert.Equal(files, filesAfter);
    }

    public void Dispose() => _lake.Dispose();

    private static async Task RunAsync(Uri address, LocalCredential keys, int from, int to)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients });
        var next = from;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            int number;
            while ((number = Interlocked.Increment(ref next)) <= to)
            {
                var (request, status) = Request(address, keys, number);
                Assert.Equal(status, await SendAsync(address, request, http));
            }
        }));
    }

    /// <summary>The requests that a lake meets in turn, and the status of each answer.</summary>
    private static (RawRequest Request, int Status) Request(Uri address, LocalCredential keys, int number)
    {
        var host = address.Authority;
        var path = $"/soak-tests/{number % 100}";
        return (number % 8) switch
        {
            0 => (new RawRequest("PUT", host, path, "", new string('x', number % 2 == 0 ? 100 : 20_000)).Sign(keys, "s3"), 200),
            1 => (new RawRequest("PUT", host, path, "", new string('y', 20_000)).Sign(keys, "s3"), 200),
            2 => (new RawRequest("GET", host, "/soak-tests", "list-type=2&max-keys=5", "").Sign(keys, "s3"), 200),
            3 => (Glue(host, "GetDatabases", "{}").Sign(keys, "glue"), 200),
            4 => (Glue(host, "GetTables", "{\"DatabaseName\":\"none\"}").Sign(keys, "glue"), 400),
            5 => (Glue(host, "GetDatabases", "{}"), 400),
            6 => (new RawRequest("GET", host, path, "", ""), 403),
            _ => (new RawRequest("GET", host, "/soak-tests/none", "", "").Sign(keys, "s3")
                .With("authorization", "AWS4-HMAC-SHA256 x"), 400),
        };
    }

    private static RawRequest Glue(string host, string operation, string body) =>
        new("POST", host, "/", "", body) { Headers = { ["x-amz-target"] = "AWSGlue." + operation } };

    private static async Task<int> SendAsync(Uri address, RawRequest request, HttpClient? http = null)
    {
        using var once = http is null ? new HttpClient() : null;
        var target = new Uri(address, request.Query.Length == 0 ? request.Path : $"{request.Path}?{request.Query}");
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), target);
        if (request.Body.Length > 0) message.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(request.Body));
        foreach (var (name, value) in request.Headers) message.Headers.TryAddWithoutValidation(name, value);
        using var answer = await (http ?? once!).SendAsync(message, TestContext.Current.CancellationToken);
        await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    private (long Memory, int Handles, int Files) Measure()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.HandleCount, _lake.ObjectFiles().Length);
    }
}
