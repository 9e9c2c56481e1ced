using System.Buffers;
using System.Globalization;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Server;

/// <summary>A request read up to its body.</summary>
/// <param name="Wire">The request.</param>
/// <param name="Body">Its body.</param>
/// <param name="KeepsAlive">True if the client wants to send another one on this connection.</param>
internal sealed record HttpRequest(WireRequest Wire, HttpBody Body, bool KeepsAlive);

/// <summary>Reads requests of HTTP/1.1 (RFC 9112). An ambiguous request is refused.</summary>
internal static class HttpRequestReader
{
    // The longest method there is has 17 letters.
    private const int MaxMethod = 20;

    /// <summary>The characters of a header's name (RFC 9110, token).</summary>
    private static readonly SearchValues<char> s_token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Two of these would be two requests, or two callers, in one.</summary>
    private static readonly HashSet<string> s_single =
        new(StringComparer.OrdinalIgnoreCase) { "Host", "Content-Length", "Transfer-Encoding", "Authorization", "X-Amz-Target" };

    /// <summary>Reads the next request; null if the client closed the connection.</summary>
    /// <param name="input">The connection.</param>
    /// <param name="bounds">The limits of a request.</param>
    /// <param name="sendContinue">Tells a waiting client to send its body.</param>
    public static async Task<HttpRequest?> ReadAsync(HttpInput input, HttpBounds bounds, Func<Task> sendContinue)
    {
        if (!await input.WaitForRequestAsync().ConfigureAwait(false)) return null;
        var parts = (await input.ReadLineAsync().ConfigureAwait(false)).Split(' ');
        if (parts.Length != 3 || parts[0].Length is 0 or > MaxMethod || !parts[0].All(char.IsAsciiLetterUpper))
            throw new BadRequestException(400, "The request line cannot be read.");
        if (parts[2] is not ("HTTP/1.1" or "HTTP/1.0")) throw new BadRequestException(505, "Only HTTP/1.1 is spoken here.");
        if (!parts[1].StartsWith('/')) throw new BadRequestException(400, "The request's target must be a path.");
        if (parts[1].Contains('\t', StringComparison.Ordinal)) throw new BadRequestException(400, "The target of the request has a tab.");
        var headers = await ReadHeadersAsync(input, bounds).ConfigureAwait(false);
        var host = headers.GetValueOrDefault("Host") ?? throw new BadRequestException(400, "The request has no Host header.");
        if (parts[2] == "HTTP/1.0" && headers.ContainsKey("Transfer-Encoding"))
            throw new BadRequestException(400, "HTTP/1.0 has no chunks.");
        var expects = string.Equals(headers.GetValueOrDefault("Expect"), "100-continue", StringComparison.OrdinalIgnoreCase);
        var body = new HttpBody(input, bounds, BodyLength(headers), expects ? sendContinue : null);
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

    private static async Task<WireHeaders> ReadHeadersAsync(HttpInput input, HttpBounds bounds)
    {
        var headers = new WireHeaders();
        var (count, size) = (0, 0);
        while (true)
        {
            var line = await input.ReadLineAsync().ConfigureAwait(false);
            if (line.Length == 0) return headers;
            size += line.Length;
            if (++count > bounds.MaxHeaderCount || size > bounds.MaxHeaders)
                throw new BadRequestException(431, "The request has too many headers.");
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || line.AsSpan(0, colon).ContainsAnyExcept(s_token))
                throw new BadRequestException(400, "A header cannot be read.");
            var name = line[..colon];
            if (headers.ContainsKey(name) && s_single.Contains(name))
                throw new BadRequestException(400, $"The request has two {name} headers.");
            headers.Append(name, line[(colon + 1)..].Trim());
        }
    }

    private static long? BodyLength(WireHeaders headers)
    {
        var length = headers.GetValueOrDefault("Content-Length");
        if (headers.GetValueOrDefault("Transfer-Encoding") is { } encoding)
        {
            if (length is not null || !encoding.Equals("chunked", StringComparison.OrdinalIgnoreCase))
                throw new BadRequestException(400, "The length of the body is not known.");
            return null;
        }

        if (length is null) return 0;
        return long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : throw new BadRequestException(400, "The length of the body is not known.");
    }
}
