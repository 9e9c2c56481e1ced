using System.Buffers;
using System.Globalization;

namespace LakeTools.Local.Wire;

/// <summary>A request as it came over the wire or through the handler, before anything is decoded.</summary>
internal sealed class WireRequest
{
    private const int BlockSize = 16 * 1024;

    private IReadOnlyList<KeyValuePair<string, string>>? _queryParameters;
    private byte[]? _body;
    private IDisposable? _room;

    public required string Method { get; init; }

    /// <summary>The path as sent, percent-encoded, beginning with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>The query as sent, without the question mark; may be empty.</summary>
    public required string Query { get; init; }

    /// <summary>The Host header, with its port where it has one.</summary>
    public required string Host { get; init; }

    public required WireHeaders Headers { get; init; }

    /// <summary>The body; never null.</summary>
    public required Stream Body { get; init; }

    /// <summary>
    /// True for what LakeTools itself asks in this process to read and write tables. No request of another program can say so.
    /// </summary>
    public bool IsIntegrated { get; init; }

    /// <summary>The form that the body is, where it is one whose fields sign the request.</summary>
    public FormUpload? Form { get; set; }

    /// <summary>The query's parameters, decoded, in the order sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> QueryParameters => _queryParameters ??= FormEncoding.Parse(Query);

    /// <summary>A header, or null if it was not sent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>A parameter of the query, or null if it was not sent.</summary>
    public string? QueryParameter(string name)
    {
        foreach (var (key, value) in QueryParameters)
            if (string.Equals(key, name, StringComparison.Ordinal)) return value;
        return null;
    }

    /// <summary>Reads the whole body; again, where it was read so before.</summary>
    /// <param name="limit">The most bytes that it may have.</param>
    /// <param name="budget">The memory that all bodies share.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ApiException">It is longer than <paramref name="limit"/>.</exception>
    public async Task<byte[]> ReadBodyAsync(int limit, BodyBudget budget, CancellationToken cancellationToken)
    {
        if (_body is not null) return _body;
        var length = long.TryParse(Header("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var said)
            ? said
            : (long?)null;
        if (length > limit) throw TooLarge();
        Hold(await budget.TakeAsync(length ?? limit, cancellationToken).ConfigureAwait(false));
        return _body = length is { } known
            ? await ReadKnownAsync((int)known, cancellationToken).ConfigureAwait(false)
            : await ReadToEndAsync(limit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps the room for a body until the request is answered.</summary>
    /// <param name="room">Gives it back.</param>
    public void Hold(IDisposable room)
    {
        _room?.Dispose();
        _room = room;
    }

    /// <summary>Gives back the room for the body: the request is answered.</summary>
    public void ReleaseBody() => _room?.Dispose();

    private async Task<byte[]> ReadKnownAsync(int length, CancellationToken cancellationToken)
    {
        var body = new byte[length];
        var read = await Body.ReadAtLeastAsync(body, length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (await Body.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false) > 0)
            throw new ApiException("InvalidRequest", "The body is longer than its Content-Length.");
        return read == length ? body : body[..read];
    }

    private async Task<byte[]> ReadToEndAsync(int limit, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            int read;
            while ((read = await Body.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (buffer.Length + read > limit) throw TooLarge();
                buffer.Write(block, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block, clearArray: true); // a secret may have lain in it
        }

        return buffer.ToArray();
    }

    private static ApiException TooLarge() => new("RequestEntityTooLargeException", "The request is too large.", 413);
}
