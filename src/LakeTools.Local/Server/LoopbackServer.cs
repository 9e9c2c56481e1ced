using System.Net;
using System.Net.Sockets;
using System.Text;
using LakeTools.Local.Faults;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Server;

/// <summary>The lake behind a port of the loopback interface, for programs that are not in this process.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private volatile WireRouter _router;
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _connections = new(HttpBounds.MaxConnections);

    private LoopbackServer(WireRouter router, int port)
    {
        _router = router;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        Address = new Uri($"http://127.0.0.1:{Port}/");
    }

    public int Port { get; }

    public Uri Address { get; }

    /// <summary>Starts to listen.</summary>
    /// <param name="router">Answers.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static LoopbackServer Start(WireRouter router, int port)
    {
        var server = new LoopbackServer(router, port);
        _ = server.AcceptAsync();
        return server;
    }

    /// <summary>Answers from now on.</summary>
    public void Use(WireRouter router) => _router = router;

    /// <summary>Stops listening and ends all connections.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _listener.Stop();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                await _connections.WaitAsync(_stopping.Token).ConfigureAwait(false);
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token).ConfigureAwait(false);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The server stops.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            connection.NoDelay = true;
            var stream = connection.GetStream();
            await using var closing = stream.ConfigureAwait(false);
            await using var stop = _stopping.Token.Register(connection.Close).ConfigureAwait(false);
            var input = new HttpInput(stream, _stopping.Token);
            while (await ServeRequestAsync(connection, input, stream).ConfigureAwait(false))
            {
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away or stalled, or the server stops: there is nobody to tell.
        }
        finally
        {
            _connections.Release();
        }
    }

    /// <summary>Answers one request.</summary>
    /// <returns>True where the connection stays.</returns>
    private async Task<bool> ServeRequestAsync(TcpClient connection, HttpInput input, Stream stream)
    {
        var token = _stopping.Token;
        HttpRequest? request;
        try
        {
            request = await HttpRequestReader.ReadAsync(input, () => stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), token).AsTask()).ConfigureAwait(false);
            if (request is null) return false;
        }
        catch (BadRequestException bad)
        {
            await HttpResponseWriter.WriteAsync(stream, "", Refusal(bad.Status, bad.Message), keepAlive: false, token).ConfigureAwait(false);
            return false;
        }

        if (!OriginGuard.Admits(request.Wire))
        {
            var refusal = Refusal(403, "This server answers programs on this machine, and no web page.");
            await HttpResponseWriter.WriteAsync(stream, request.Wire.Method, refusal, keepAlive: false, token).ConfigureAwait(false);
            return false;
        }

        WireResponse answer;
        try
        {
            answer = await _router.HandleAsync(request.Wire, token).ConfigureAwait(false);
        }
        catch (DroppedConnectionException)
        {
            connection.LingerState = new LingerOption(enable: true, seconds: 0); // ends with a reset, where nothing shut it down before
            connection.Client.Dispose();
            return false;
        }

        await using var body = answer.Body.ConfigureAwait(false);
        var keepAlive = request.KeepsAlive && await DrainAsync(request.Body).ConfigureAwait(false);
        await HttpResponseWriter.WriteAsync(stream, request.Wire.Method, answer, keepAlive, token).ConfigureAwait(false);
        return keepAlive;
    }

    private static async Task<bool> DrainAsync(HttpBody body)
    {
        try
        {
            return await body.DrainAsync().ConfigureAwait(false);
        }
        catch (ApiException)
        {
            return false;
        }
    }

    private static WireResponse Refusal(int status, string reason) => WireResponse.Of(status, "text/plain", Encoding.UTF8.GetBytes(reason));
}
