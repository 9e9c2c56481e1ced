using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LakeTools.Tests.Connection;

/// <summary>Stands in for what gives credentials to containers and instances: answers on a port of this machine.</summary>
internal sealed class CredentialServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<string, string?> _answer;

    /// <summary>Starts the server.</summary>
    /// <param name="answer">The body for a path; null for none.</param>
    public CredentialServer(Func<string, string?> answer)
    {
        _answer = answer;
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The bodies of the requests, in their order.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    /// <summary>The session tokens that signed the requests, in their order; null for none.</summary>
    public ConcurrentQueue<string?> Tokens { get; } = new();

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

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

            using (var reader = new StreamReader(context.Request.InputStream)) Bodies.Enqueue(await reader.ReadToEndAsync());
            Tokens.Enqueue(context.Request.Headers["X-Amz-Security-Token"]);
            var body = _answer(context.Request.Url!.AbsolutePath);
            context.Response.StatusCode = body is null ? 404 : 200;
            context.Response.Headers["X-aws-ec2-metadata-token-ttl-seconds"] = "21600";
            context.Response.Close(Encoding.UTF8.GetBytes(body ?? ""), willBlock: false);
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
