using System.Net;
using System.Text;

namespace LakeTools.Tests.Objects;

/// <summary>
/// Loses the first answer to a request that creates an object. S3 documents that it may reject the repetition of a request that ends an
/// upload; the lake answers it as before.
/// </summary>
/// <param name="inner">The lake.</param>
/// <param name="repeated">The status and code of the answer to its repetition; null for the lake's own.</param>
internal sealed class LostAnswer(HttpMessageHandler inner, (HttpStatusCode Status, string Code)? repeated = null)
    : DelegatingHandler(inner)
{
    private bool _isLost;

    /// <summary>Runs when the answer is lost.</summary>
    public Action? Lost { get; init; }

    /// <summary>True if objects cannot be read from then on.</summary>
    public bool IsUnreadable { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsUnreadable && _isLost && request.Method == HttpMethod.Head) return Answer(HttpStatusCode.Forbidden, "AccessDenied");
        if (!CreatesObject(request)) return await base.SendAsync(request, cancellationToken);
        if (_isLost) return repeated is var (status, code) ? Answer(status, code) : await base.SendAsync(request, cancellationToken);
        _isLost = true;
        using var lost = await base.SendAsync(request, cancellationToken);
        Assert.Equal(HttpStatusCode.OK, lost.StatusCode);
        Lost?.Invoke();
        throw new HttpRequestException("The connection was closed.", new IOException("The connection was closed."));
    }

    private static bool CreatesObject(HttpRequestMessage request) => request.RequestUri!.Query is var query
        && (request.Method == HttpMethod.Put ? !query.Contains("partNumber=", StringComparison.Ordinal)
            : request.Method == HttpMethod.Post && query.Contains("uploadId=", StringComparison.Ordinal));

    private static HttpResponseMessage Answer(HttpStatusCode status, string code)
    {
        var error = $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>";
        return new HttpResponseMessage(status) { Content = new StringContent(error, Encoding.UTF8, "application/xml") };
    }
}
