namespace LakeTools.Local.Server;

/// <summary>The limits of the loopback server for one client: sizes and wait times.</summary>
internal sealed record HttpBounds
{
    public static readonly HttpBounds Default = new();

    /// <summary>Bytes of a request line or a header. A presigned URL with a session token fits.</summary>
    public int MaxLine { get; init; } = 16 * 1024;

    /// <summary>Bytes of all headers of a request, or of all trailers of a body.</summary>
    public int MaxHeaders { get; init; } = 64 * 1024;

    public int MaxHeaderCount { get; init; } = 128;

    /// <summary>Connections at one time; further ones wait until one ends.</summary>
    public int MaxConnections { get; init; } = 256;

    /// <summary>Bytes of an unread body that are discarded to keep the connection.</summary>
    public int MaxDrain { get; init; } = 256 * 1024;

    /// <summary>The maximum idle time of a connection between two requests.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The maximum wait for a client in a whole request; received bytes extend it, up to this time again.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The time in which a refused client may continue to send before the connection is cut, so it can read the error.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Bytes that buy a second of waiting: who sends slower than this for longer than <see cref="Stall"/> is left.</summary>
    public int MinBytesPerSecond { get; init; } = 240;
}
