using System.Globalization;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Server;

/// <summary>A request read up to its body.</summary>
/// <param name="Wire">The request.</param>
/// <param name="Body">Its body.</param>
/// <param name="KeepsAlive">True where the client wants to send another one on this connection.</param>
internal sealed record HttpRequest(WireRequest Wire, HttpBody Body, bool KeepsAlive);

/// <summary>Reads requests of HTTP/1.1 (RFC 9112). What could be read in two ways is refused.</summary>
internal static class HttpRequestReader
{
    /// <summary>Reads the next request; null where the client closed the connection.</summary>
    /// <param name="input">The connection.</param>
    /// <param name="sendContinue">Tells a waiting client to send its body.</param>
    public static async Task<HttpRequest?> ReadAsync(HttpInput input, Func<Task> sendContinue)
    {
        var line = await input.ReadLineAsync(HttpBounds.Idle).ConfigureAwait(false);
        if (line is null) return null;
        var parts = line.Split(' ');
        if (parts.Length != 3 || !parts[0].All(char.IsAsciiLetterUpper)) throw new BadRequestException(400, "The request line cannot be read.");
        if (parts[2] is not ("HTTP/1.1" or "HTTP/1.0")) throw new BadRequestException(505, "Only HTTP/1.1 is spoken here.");
        if (!parts[1].StartsWith('/')) throw new BadRequestException(400, "The request's target must be a path.");
        var headers = await ReadHeadersAsync(input).ConfigureAwait(false);
        var host = headers.GetValueOrDefault("Host") ?? throw new BadRequestException(400, "The request has no Host header.");
        var expects = string.Equals(headers.GetValueOrDefault("Expect"), "100-continue", StringComparison.OrdinalIgnoreCase);
        var body = new HttpBody(input, BodyLength(headers), expects ? sendContinue : null);
        var mark = parts[1].IndexOf('?', StringComparison.Ordinal);
        var wire = new WireRequest
        {
            Method = parts[0],
            Path = mark < 0 ? parts[1] : parts[1][..mark],
            Query = mark < 0 ? "" : parts[1][(mark + 1)..],
            Host = host,
            Headers = headers,
            Body = body,
        };
        var connection = headers.GetValueOrDefault("Connection") ?? "";
        var keepsAlive = parts[2] == "HTTP/1.1"
            ? !connection.Contains("close", StringComparison.OrdinalIgnoreCase)
            : connection.Contains("keep-alive", StringComparison.OrdinalIgnoreCase);
        return new HttpRequest(wire, body, keepsAlive);
    }

    private static async Task<WireHeaders> ReadHeadersAsync(HttpInput input)
    {
        var headers = new WireHeaders();
        var (count, size) = (0, 0);
        while (true)
        {
            var line = await input.ReadLineAsync(HttpBounds.Stall).ConfigureAwait(false) ?? throw new EndOfStreamException();
            if (line.Length == 0) return headers;
            size += line.Length;
            if (++count > HttpBounds.MaxHeaderCount || size > HttpBounds.MaxHeaders) throw new BadRequestException(431, "The request has too many headers.");
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || line[..colon].Any(c => c <= ' ' || c == 127)) throw new BadRequestException(400, "A header cannot be read.");
            headers.Append(line[..colon], line[(colon + 1)..].Trim());
        }
    }

    private static long? BodyLength(WireHeaders headers)
    {
        var length = headers.GetValueOrDefault("Content-Length");
        if (headers.GetValueOrDefault("Transfer-Encoding") is { } encoding)
        {
            if (length is not null || !encoding.Equals("chunked", StringComparison.OrdinalIgnoreCase))
                throw new BadRequestException(400, "The body's length cannot be told.");
            return null;
        }

        if (length is null) return 0;
        return long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : throw new BadRequestException(400, "The body's length cannot be told.");
    }
}
