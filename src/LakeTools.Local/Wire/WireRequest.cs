using System.Buffers;

namespace LakeTools.Local.Wire;

/// <summary>A request as it came over the wire or through the handler, before anything is decoded.</summary>
internal sealed class WireRequest
{
    private const int BlockSize = 16 * 1024;

    private IReadOnlyList<KeyValuePair<string, string>>? _queryParameters;
    private byte[]? _body;

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

    /// <summary>The query's parameters, decoded, in the order sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> QueryParameters => _queryParameters ??= FormEncoding.Parse(Query);

    /// <summary>A header, or null where it was not sent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>A parameter of the query, or null where it was not sent.</summary>
    public string? QueryParameter(string name)
    {
        foreach (var (key, value) in QueryParameters)
            if (string.Equals(key, name, StringComparison.Ordinal)) return value;
        return null;
    }

    /// <summary>Reads the whole body; again, where it was read so before.</summary>
    /// <exception cref="ApiException">It is longer than <paramref name="limit"/>.</exception>
    public async Task<byte[]> ReadBodyAsync(int limit, CancellationToken cancellationToken)
    {
        if (_body is not null) return _body;
        using var buffer = new MemoryStream();
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            int read;
            while ((read = await Body.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (buffer.Length + read > limit)
                    throw new ApiException("RequestEntityTooLargeException", "The request is too large.", 413);
                buffer.Write(block, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block, clearArray: true); // a secret may have lain in it
        }

        return _body = buffer.ToArray();
    }
}
