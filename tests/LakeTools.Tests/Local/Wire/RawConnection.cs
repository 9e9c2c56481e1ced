using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace LakeTools.Tests.Local.Wire;

/// <summary>A socket to a lake's server, for what no HTTP client would send.</summary>
internal sealed partial class RawConnection : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly TcpClient _client;
    private readonly NetworkStream _stream;

    private RawConnection(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RawConnection> OpenAsync(int port)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", port, Cancellation);
        return new RawConnection(client);
    }

    /// <summary>Sends bytes, says that no more come, and reads to the end.</summary>
    public static async Task<string> ExchangeAsync(int port, string request)
    {
        using var connection = await OpenAsync(port);
        await connection.SendAsync(request);
        connection._client.Client.Shutdown(SocketShutdown.Send);
        return await connection.ReadToEndAsync();
    }

    /// <summary>Sends text, each character as a byte.</summary>
    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public Task SendAsync(ReadOnlyMemory<byte> bytes) => _stream.WriteAsync(bytes, Cancellation).AsTask();

    /// <summary>
    /// Reads until the server ends the connection; what came before a reset counts. A server that does not end it in time has failed.
    /// </summary>
    public async Task<string> ReadToEndAsync()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(s_patience);
        var answer = new MemoryStream();
        var block = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await _stream.ReadAsync(block, deadline.Token)) > 0) answer.Write(block, 0, read);
        }
        catch (IOException)
        {
            // Reset by the server.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    /// <summary>Sends one byte after another, with a pause between, until the server ends the connection.</summary>
    public async Task DripAsync(string text, TimeSpan pause)
    {
        try
        {
            foreach (var c in text)
            {
                await SendAsync(c.ToString());
                await Task.Delay(pause, Cancellation);
            }
        }
        catch (IOException)
        {
            // Ended.
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The statuses of the answers in a text, in order.</summary>
    public static int[] StatusesIn(string answers) =>
        [.. StatusLine().Matches(answers).Select(line => int.Parse(line.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"HTTP/1\.1 ([0-9]{3}) ")]
    private static partial Regex StatusLine();
}
