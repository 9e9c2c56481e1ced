namespace LakeTools.Tests.Objects;

/// <summary>Sees requests before the lake does, and breaks or damages bodies on their way there.</summary>
internal sealed class RequestFault(HttpMessageHandler inner, Func<HttpRequestMessage, bool> breaks, Action<HttpRequestMessage> see)
    : DelegatingHandler(inner)
{
    public bool Damage { get; init; }

    /// <summary>Runs when the lake has done what was asked, and before the answer arrives.</summary>
    public Action<HttpRequestMessage>? Done { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        see(request);
        if (breaks(request))
        {
            // Half of the body goes over before the connection is gone.
            var body = await request.Content!.ReadAsStreamAsync(cancellationToken);
            await body.ReadAtLeastAsync(new byte[64 * 1024], 64 * 1024, throwOnEndOfStream: false, cancellationToken);
            throw new HttpRequestException("The connection was closed.", new IOException("The connection was closed."));
        }

        if (Damage && request.Method == HttpMethod.Put)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            body[body.Length / 2] ^= 1;
            var content = new ByteArrayContent(body);
            foreach (var (name, values) in request.Content.Headers) content.Headers.TryAddWithoutValidation(name, values);
            request.Content = content;
        }

        var response = await base.SendAsync(request, cancellationToken);
        Done?.Invoke(request);
        cancellationToken.ThrowIfCancellationRequested();
        return response;
    }
}
