using System.Net;
using System.Text;
using Amazon.Runtime;

namespace LakeTools.Tests.Aws;

/// <summary>Stands in for a service: gives its answers in order, the last one again and again, and keeps what was asked.</summary>
internal sealed class ScriptedService(params (HttpStatusCode Status, string Body)[] answers) : HttpClientFactory
{
    private readonly List<(HttpRequestMessage Request, string Body)> _asked = [];

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<(HttpRequestMessage Request, string Body)> Asked => _asked;

    /// <summary>The answers' content type.</summary>
    public string MediaType { get; init; } = "application/x-amz-json-1.1";

    /// <summary>Whether answers come without a Content-Length.</summary>
    public bool IsChunked { get; init; }

    /// <summary>Runs before each answer.</summary>
    public Action? BeforeAnswer { get; init; }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private sealed class Handler(ScriptedService owner) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            owner._asked.Add((request, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
            owner.BeforeAnswer?.Invoke();
            cancellationToken.ThrowIfCancellationRequested();
            var (status, body) = owner.Answer(owner._asked.Count - 1);
            var bytes = Encoding.UTF8.GetBytes(body);
            HttpContent content = owner.IsChunked ? new StreamContent(new Unseekable(bytes)) : new ByteArrayContent(bytes);
            content.Headers.ContentType = new(owner.MediaType);
            return new(status) { Content = content, RequestMessage = request };
        }
    }

    private (HttpStatusCode Status, string Body) Answer(int index) => answers[Math.Min(index, answers.Length - 1)];

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}
