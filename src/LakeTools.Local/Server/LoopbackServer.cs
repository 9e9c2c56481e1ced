using System.Net;
using System.Net.Sockets;
using System.Text;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Server;

/// <summary>The lake behind a port of the loopback interface, for programs that are not in this process.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private volatile WireRouter _router;
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpBounds _bounds;
    private readonly OpenConnections _connections;

    private LoopbackServer(WireRouter router, int port, HttpBounds bounds)
    {
        _router = router;
        _bounds = bounds;
        _connections = new OpenConnections(bounds.MaxConnections);
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
    /// <param name="bounds">The limits of a client; null for the defaults.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static LoopbackServer Start(WireRouter router, int port, HttpBounds? bounds = null)
    {
        var server = new LoopbackServer(router, port, bounds ?? HttpBounds.Default);
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
                var client = await AcceptClientAsync().ConfigureAwait(false);
                await EnterAsync(client).ConfigureAwait(false);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException || _stopping.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task EnterAsync(TcpClient client)
    {
        try
        {
            await _connections.EnterAsync(_stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Accepts the next client. A client that is gone, or a lack of files for its connection, does not end the server.</summary>
    private async Task<TcpClient> AcceptClientAsync()
    {
        while (true)
        {
            try
            {
                return await _listener.AcceptTcpClientAsync(_stopping.Token).ConfigureAwait(false);
            }
            catch (SocketException) when (!_stopping.IsCancellationRequested)
            {
                await Task.Delay(s_pause, _stopping.Token).ConfigureAwait(false);
            }
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
            var input = new HttpInput(stream, _bounds, _stopping.Token);
            while (await ServeRequestAsync(connection, input, stream).ConfigureAwait(false))
            {
            }

            await LingerAsync(stream).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away or stalled, or the server stops: no client can receive an answer.
        }
        finally
        {
            _connections.Leave(client);
        }
    }

    /// <summary>Answers one request.</summary>
    /// <returns>True if the connection stays.</returns>
    private async Task<bool> ServeRequestAsync(TcpClient connection, HttpInput input, Stream stream)
    {
        var token = _stopping.Token;
        HttpRequest? request;
        try
        {
            _connections.Wait(connection);
            request = await HttpRequestReader.ReadAsync(input, _bounds, () => SendContinueAsync(stream)).ConfigureAwait(false);
            if (request is null || !_connections.TryServe(connection)) return false;
        }
        catch (BadRequestException bad)
        {
            return await AnswerAsync(stream, "", Refusal(bad.Status, bad.Message), keepAlive: false).ConfigureAwait(false);
        }

        if (!OriginGuard.Admits(request.Wire))
        {
            var refusal = Refusal(403, "This server accepts requests of programs on this machine, and not of web pages.");
            return await AnswerAsync(stream, request.Wire.Method, refusal, keepAlive: false).ConfigureAwait(false);
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
        return await AnswerAsync(stream, request.Wire.Method, answer, keepAlive).ConfigureAwait(false);
    }

    private async Task<bool> AnswerAsync(Stream stream, string method, WireResponse answer, bool keepAlive)
    {
        await HttpResponseWriter.WriteAsync(stream, method, answer, keepAlive, _bounds, _stopping.Token).ConfigureAwait(false);
        return keepAlive;
    }

    /// <summary>
    /// A connection that is closed before all was read of it is reset, and the answer is lost with what the client still sends.
    /// </summary>
    private async Task LingerAsync(NetworkStream stream)
    {
        stream.Socket.Shutdown(SocketShutdown.Send);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        timeout.CancelAfter(_bounds.Linger);
        var block = new byte[16 * 1024];
        while (await stream.ReadAsync(block, timeout.Token).ConfigureAwait(false) > 0)
        {
        }
    }

    private Task SendContinueAsync(Stream stream) =>
        stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), _stopping.Token).AsTask();

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
