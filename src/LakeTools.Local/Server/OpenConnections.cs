using System.Collections.Concurrent;
using System.Net.Sockets;

namespace LakeTools.Local.Server;

/// <summary>
/// The connections of the server, up to a number. Where another client comes, the one is closed that has waited longest without a
/// request, so clients that connect and say nothing do not keep others out.
/// </summary>
/// <param name="max">The maximum number of connections at a time.</param>
internal sealed class OpenConnections(int max) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _free = new(max);

    // Since when a connection waits for a request.
    private readonly ConcurrentDictionary<TcpClient, long> _waiting = new();

    /// <summary>Makes room for a connection.</summary>
    /// <param name="stopping">Ends the waiting.</param>
    public async Task EnterAsync(CancellationToken stopping)
    {
        var patience = TimeSpan.Zero;
        while (!await _free.WaitAsync(patience, stopping).ConfigureAwait(false))
        {
            CloseLongestWaiting();
            patience = s_pause;
        }
    }

    /// <summary>Notes that a connection has ended.</summary>
    /// <param name="client">The connection.</param>
    public void Leave(TcpClient client)
    {
        _waiting.TryRemove(client, out _);
        _free.Release();
    }

    /// <summary>Notes that a connection waits for a request to come whole, up to its body.</summary>
    /// <param name="client">The connection.</param>
    public void Wait(TcpClient client) => _waiting[client] = Environment.TickCount64;

    /// <summary>Notes that a request has come.</summary>
    /// <param name="client">The connection.</param>
    /// <returns>False if the connection was closed in the meantime.</returns>
    public bool TryServe(TcpClient client) => _waiting.TryRemove(client, out _);

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private void CloseLongestWaiting()
    {
        // Copied by the dictionary itself: LINQ counts first and copies then, which throws where a connection came in between.
        foreach (var (client, _) in _waiting.ToArray().OrderBy(pair => pair.Value))
        {
            if (!_waiting.TryRemove(client, out _)) continue;
            client.Close();
            return;
        }
    }
}
