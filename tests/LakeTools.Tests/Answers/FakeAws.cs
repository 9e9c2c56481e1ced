using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LakeTools.Tests.Answers;

/// <summary>A fake of the services of AWS on a local port. It returns the responses of a test, and keeps the requests.</summary>
internal sealed class FakeAws : IDisposable
{
    private const string Identity = """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:iam::123456789012:user/me</Arn><UserId>AIDA</UserId><Account>123456789012</Account>
        </GetCallerIdentityResult></GetCallerIdentityResponse>
        """;

    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, Func<int, FakeAnswer>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Operation, string Body)> _asked = new();
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Starts the services.</summary>
    public FakeAws()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        Answer("GetCallerIdentity", Identity);
        _ = ServeAsync();
    }

    /// <summary>Where they listen.</summary>
    public Uri Address { get; }

    /// <summary>The bodies of the requests of an operation, in their order.</summary>
    /// <param name="operation">Such as <c>GetTable</c>; of S3 the method.</param>
    public IReadOnlyList<string> Asked(string operation) => [.. _asked.Where(one => one.Operation == operation).Select(one => one.Body)];

    /// <summary>Sets the answers of an operation: one for each request, the last one for all that follow.</summary>
    /// <param name="operation">Such as <c>GetTable</c>; of S3 the method.</param>
    /// <param name="answers">The answers.</param>
    public void Answer(string operation, params FakeAnswer[] answers) =>
        _answers[operation] = number => answers[Math.Min(number, answers.Length) - 1];

    /// <summary>Sets the answer of an operation by the number of the request, from 1.</summary>
    public void Answer(string operation, Func<int, FakeAnswer> answer) => _answers[operation] = answer;

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream);
            var body = await reader.ReadToEndAsync();
            var operation = Operation(context.Request, body);
            _asked.Enqueue((operation, body));
            var number = _counts.AddOrUpdate(operation, 1, (_, count) => count + 1);
            var answer = _answers.TryGetValue(operation, out var known) ? known(number)
                : new FakeAnswer($$"""{ "__type": "InvalidInputException", "message": "No answer to {{operation}}." }""", 400);
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.Body.StartsWith('<') ? "text/xml" : "application/x-amz-json-1.1";
            foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
            var bytes = Encoding.UTF8.GetBytes(answer.Body);
            if (context.Request.HttpMethod == "HEAD")
            {
                context.Response.ContentLength64 = bytes.Length;
                context.Response.Close();
            }
            else context.Response.Close(bytes, willBlock: false);
        }
    }

    private static string Operation(HttpListenerRequest request, string body)
    {
        if (request.Headers["X-Amz-Target"] is { } target) return target[(target.LastIndexOf('.') + 1)..];
        if (request.ContentType?.StartsWith("application/x-www-form", StringComparison.Ordinal) == true)
            return body.Split('&').Select(pair => pair.Split('=')).Single(pair => pair[0] == "Action")[1];
        return request.Headers["Authorization"]?.Contains("/s3/", StringComparison.Ordinal) == true
            ? request.HttpMethod : request.Url!.AbsolutePath.Trim('/');
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
