namespace LakeTools.Tests.Objects;

/// <summary>Sees requests before the lake does, and breaks or damages bodies on their way back.</summary>
internal sealed class Interceptor(HttpMessageHandler inner, Action<HttpRequestMessage> see) : DelegatingHandler(inner)
{
    private int _broken;

    public int? BreakAfter { get; init; }

    /// <summary>True to give nothing any more where the body would break.</summary>
    public bool Stalls { get; init; }

    public bool Damage { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        see(request);
        var response = await base.SendAsync(request, cancellationToken);
        if (request.Method != HttpMethod.Get) return response;
        var isBroken = BreakAfter is not null && Interlocked.Exchange(ref _broken, 1) == 0;
        if (!isBroken && !Damage) return response;
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (Damage) body[^1] ^= 1;
        var length = body.Length;
        var content = new StreamContent(isBroken ? new BrokenStream(body[..BreakAfter!.Value], Stalls) : new MemoryStream(body));
        foreach (var (name, values) in response.Content.Headers) content.Headers.TryAddWithoutValidation(name, values);
        content.Headers.ContentLength = length;
        response.Content = content;
        if (Damage) foreach (var name in response.Headers.Select(header => header.Key)
            .Where(name => name.StartsWith("x-amz-checksum", StringComparison.OrdinalIgnoreCase)).ToList()) response.Headers.Remove(name);
        return response;
    }
}
