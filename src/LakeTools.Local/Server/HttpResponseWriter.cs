using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Server;

/// <summary>
/// Writes answers. A small one goes out in one piece with its headers, or each would wait for the other's acknowledgement.
/// </summary>
internal static class HttpResponseWriter
{
    private const int BlockSize = 64 * 1024;

    /// <summary>Writes an answer.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="method">The request's; HEAD gets no body.</param>
    /// <param name="answer">The answer; its length is known.</param>
    /// <param name="keepAlive">True if the connection stays.</param>
    /// <param name="bounds">The limits for the client's reads.</param>
    /// <param name="stopping">Ends it.</param>
    public static async Task WriteAsync(
        Stream stream,
        string method,
        WireResponse answer,
        bool keepAlive,
        HttpBounds bounds,
        CancellationToken stopping)
    {
        var head = Encoding.UTF8.GetBytes(Head(answer, keepAlive));
        // and room to find the end
        var block = ArrayPool<byte>.Shared.Rent(head.Length + (int)Math.Min(answer.ContentLength ?? BlockSize, BlockSize) + 1);
        try
        {
            head.CopyTo(block, 0);
            await WriteAsync(stream, method, answer, head.Length, block, bounds, stopping).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block, clearArray: true); // a secret may have lain in it
        }
    }

    private static async Task WriteAsync(
        Stream stream,
        string method,
        WireResponse answer,
        int length,
        byte[] block,
        HttpBounds bounds,
        CancellationToken stopping)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (method == "HEAD" || answer.Status is 204 or 304) answer.Body.Close();
        while (true)
        {
            timeout.CancelAfter(bounds.Stall);
            int read;
            try
            {
                read = answer.Body.CanRead ? await answer.Body.ReadAsync(block.AsMemory(length), timeout.Token).ConfigureAwait(false) : 0;
            }
            catch (DroppedConnectionException)
            {
                await stream.WriteAsync(block.AsMemory(0, length), timeout.Token).ConfigureAwait(false);
                throw;
            }

            length += read;
            if (length == block.Length || read == 0)
            {
                await stream.WriteAsync(block.AsMemory(0, length), timeout.Token).ConfigureAwait(false);
                length = 0;
            }

            if (read == 0) return;
        }
    }

    private static string Head(WireResponse answer, bool keepAlive)
    {
        var head = new StringBuilder(512);
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} {(HttpStatusCode)answer.Status}\r\n");
        foreach (var (name, value) in answer.Headers) head.Append(name).Append(": ").Append(OneLine(value)).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Date: {DateTimeOffset.UtcNow:R}\r\n");
        if (answer.Status is not (204 or 304))
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {answer.ContentLength ?? 0}\r\n");
        return head.Append(keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n").ToString();
    }

    /// <summary>A header's value may come from a request: an end of line in it must not begin a header of its own.</summary>
    private static string OneLine(string value) => value.Any(char.IsControl) ? string.Concat(value.Where(c => !char.IsControl(c))) : value;
}
