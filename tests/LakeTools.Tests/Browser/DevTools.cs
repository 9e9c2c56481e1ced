using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LakeTools.Tests.Browser;

/// <summary>The DevTools protocol over its WebSocket: commands with answers, and events.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _waiting = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonObject>> _listeners = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _reading = Task.CompletedTask;
    private int _last;

    public static async Task<DevTools> ConnectAsync(Uri address)
    {
        var tools = new DevTools();
        await tools._socket.ConnectAsync(address, tools._stop.Token);
        tools._reading = Task.Run(tools.ReadAsync);
        return tools;
    }

    /// <summary>Hears a tab's events: their names and values.</summary>
    public void Listen(string session, Action<string, JsonObject> listener) => _listeners[session] = listener;

    public async Task<JsonObject> SendAsync(string method, JsonObject? parameters = null, string? session = null)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _waiting[id] = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null) message["sessionId"] = session;
        await _sending.WaitAsync(_stop.Token);
        try
        {
            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, _stop.Token);
        }
        finally
        {
            _sending.Release();
        }

        var found = await answer.Task.WaitAsync(s_patience);
        return found["error"] is { } error
            ? throw new InvalidOperationException($"{method}: {error.ToJsonString()}") : found["result"]!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (true)
            {
                using var message = new MemoryStream();
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(), _stop.Token);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close) break;
                Take(JsonNode.Parse(message.ToArray())!.AsObject());
            }
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            foreach (var waiting in _waiting.Values) waiting.TrySetException(new InvalidOperationException("Chromium has gone.", end));
        }
    }

    private void Take(JsonObject message)
    {
        if ((int?)message["id"] is { } id && _waiting.TryRemove(id, out var waiting)) waiting.SetResult(message);
        else if ((string?)message["sessionId"] is { } session && _listeners.TryGetValue(session, out var listener))
            listener((string)message["method"]!, message["params"]?.AsObject() ?? []);
    }
}
