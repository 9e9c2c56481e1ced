namespace LakeTools.Tests.Definitions;

/// <summary>
/// Lets a test act before and after each request, by its number from 1: look at the lake, or end the process by throwing.
/// </summary>
/// <param name="lake">The lake's own handler.</param>
/// <param name="before">Called before the lake sees the request.</param>
/// <param name="after">Called when the lake has done it.</param>
internal sealed class WatchingHandler(HttpMessageHandler lake, Action<int>? before, Func<int, Task>? after = null) : DelegatingHandler(lake)
{
    private int _count;

    public int Count => _count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _count);
        before?.Invoke(number);
        var answer = await base.SendAsync(request, cancellationToken);
        if (after is not null) await after(number);
        return answer;
    }
}
