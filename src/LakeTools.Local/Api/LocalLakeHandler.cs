using System.Net;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Api;

/// <summary>Stands in for the network under an HttpClient: requests go to the lake in this process.</summary>
/// <param name="router">The lake.</param>
/// <param name="isIntegrated">True for LakeTools' own reading and writing of tables.</param>
internal sealed class LocalLakeHandler(WireRouter router, bool isIntegrated) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var wire = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            return Write(request, await router.HandleAsync(wire, cancellationToken).ConfigureAwait(false));
        }
        catch (DroppedConnectionException drop)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection ended before the response arrived.", drop);
        }
    }

    private async Task<WireRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no URI.");
        var target = uri.PathAndQuery;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var headers = new WireHeaders();
        foreach (var (name, values) in request.Headers.NonValidated)
            foreach (var value in values) headers.Append(name, value);
        if (request.Content is { } content)
        {
            foreach (var (name, values) in content.Headers.NonValidated)
                foreach (var value in values) headers.Append(name, value);
            if (!headers.ContainsKey("Content-Length") && content.Headers.ContentLength is { } length)
                headers["Content-Length"] = $"{length}";
        }

        return new WireRequest
        {
            Method = request.Method.Method,
            Path = mark < 0 ? target : target[..mark],
            Query = mark < 0 ? "" : target[(mark + 1)..],
            Host = request.Headers.Host ?? uri.Authority,
            Headers = headers,
            IsIntegrated = isIntegrated,
            Body = request.Content is null ? Stream.Null : await request.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false),
        };
    }

    private static HttpResponseMessage Write(HttpRequestMessage request, WireResponse answer)
    {
        var content = new StreamContent(answer.Body);
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = content, RequestMessage = request };
        foreach (var (name, value) in answer.Headers)
        {
            // A header belongs to the message or to its content; each side refuses the other's.
            if (!response.Headers.TryAddWithoutValidation(name, value)) content.Headers.TryAddWithoutValidation(name, value);
        }

        content.Headers.ContentLength = answer.ContentLength;
        return response;
    }
}
