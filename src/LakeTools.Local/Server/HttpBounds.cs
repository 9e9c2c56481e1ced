namespace LakeTools.Local.Server;

/// <summary>How much the loopback server takes from one client, and for how long it waits.</summary>
internal static class HttpBounds
{
    /// <summary>Characters of a request line or a header. A presigned URL with a session token fits.</summary>
    public const int MaxLine = 16 * 1024;

    /// <summary>Characters of all headers of a request.</summary>
    public const int MaxHeaders = 64 * 1024;

    public const int MaxHeaderCount = 128;

    public const int MaxConnections = 256;

    /// <summary>Bytes of a body that nobody read, that are read away to keep the connection.</summary>
    public const int MaxDrain = 256 * 1024;

    /// <summary>How long a connection may lie idle between two requests.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(2);

    /// <summary>How long a client may take to send or to take the next bytes.</summary>
    public static readonly TimeSpan Stall = TimeSpan.FromMinutes(1);
}
