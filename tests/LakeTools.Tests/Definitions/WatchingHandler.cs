using System.Collections.Concurrent;

namespace LakeTools.Tests.Definitions;

/// <summary>
/// Lets a test act before and after each request, by its number from 1: look at the lake, or end the process by throwing.
/// </summary>
/// <param name="lake">The lake's own handler.</param>
/// <param name="before">Called before the lake sees the request.</param>
/// <param name="after">Called when the lake has done it.</param>
/// <param name="writesOnly">Leaves out of both what changes nothing; it is counted too.</param>
internal sealed class WatchingHandler(
    HttpMessageHandler lake, Action<int>? before, Func<int, Task>? after = null, bool writesOnly = false) : DelegatingHandler(lake)
{
    private static readonly string[] s_reads = ["Get", "List", "Describe", "Search", "BatchGet"];

    private int _count;

    public int Count => _count;

    /// <summary>The operations that were asked for.</summary>
    public ConcurrentQueue<string> Operations { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _count);
        Operations.Enqueue(OperationOf(request));
        var isLeft = writesOnly && IsRead(request);
        if (!isLeft) before?.Invoke(number);
        var answer = await base.SendAsync(request, cancellationToken);
        if (after is not null && !isLeft) await after(number);
        return answer;
    }

    private static string OperationOf(HttpRequestMessage request) => request.Headers.TryGetValues("X-Amz-Target", out var target)
        ? target.First().Split('.')[^1] : request.RequestUri!.AbsolutePath.TrimStart('/');

    private static bool IsRead(HttpRequestMessage request)
    {
        var operation = OperationOf(request);
        return request.Method == HttpMethod.Get || Array.Exists(s_reads, read => operation.StartsWith(read, StringComparison.Ordinal));
    }
}
