using System.Net;
using System.Text;
using Amazon.Runtime;

namespace LakeTools.Tests.Aws;

/// <summary>Stands in for a service: gives one answer to every request and keeps what was asked.</summary>
internal sealed class CannedAnswer(HttpStatusCode status, string body, string mediaType) : HttpClientFactory
{
    private readonly List<string> _bodies = [];
    private readonly List<HttpRequestMessage> _requests = [];

    public IReadOnlyList<string> Bodies => _bodies;

    public IReadOnlyList<HttpRequestMessage> Requests => _requests;

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    private sealed class Handler(CannedAnswer owner) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            owner._bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
            owner._requests.Add(request);
            return new(owner.Status) { Content = new StringContent(owner.Body, Encoding.UTF8, owner.MediaType), RequestMessage = request };
        }
    }

    private HttpStatusCode Status => status;

    private string Body => body;

    private string MediaType => mediaType;
}
