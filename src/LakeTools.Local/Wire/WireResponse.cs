namespace LakeTools.Local.Wire;

/// <summary>An answer before it is put on the wire or into an HttpResponseMessage.</summary>
internal sealed class WireResponse
{
    public int Status { get; init; } = 200;

    public WireHeaders Headers { get; init; } = [];

    /// <summary>The body; disposed by who sends the answer. Not sent for HEAD.</summary>
    public Stream Body { get; init; } = Stream.Null;

    /// <summary>The number of bytes of the body, or for HEAD that a GET would have; null if the body is sent in chunks.</summary>
    public long? ContentLength { get; init; } = 0;

    /// <summary>Makes an answer of bytes.</summary>
    public static WireResponse Of(int status, string contentType, byte[] body) => new()
    {
        Status = status,
        Headers = new WireHeaders { ["Content-Type"] = contentType },
        Body = new MemoryStream(body, writable: false),
        ContentLength = body.Length,
    };
}
