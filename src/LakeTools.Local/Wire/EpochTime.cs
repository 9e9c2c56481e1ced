namespace LakeTools.Local.Wire;

/// <summary>
/// Times as the store keeps them (whole milliseconds since 1970, UTC) and as AWS's JSON protocols carry them (seconds, with a fraction).
/// </summary>
internal static class EpochTime
{
    /// <summary>Milliseconds for the store.</summary>
    public static long Now(this TimeProvider clock) => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Seconds for the wire; null if there is no time.</summary>
    public static double? ToWire(long? milliseconds) => milliseconds / 1000.0;
}
