using System.Globalization;

namespace LakeTools.Local.Wire;

/// <summary>Times as the protocols write them.</summary>
internal static class WireTime
{
    /// <summary>ISO 8601 in UTC with whole seconds: XML of the query protocol.</summary>
    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>ISO 8601 in UTC with milliseconds: EC2's XML.</summary>
    public static string IsoMilliseconds(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>ISO 8601 in UTC in S3's XML, which has milliseconds and keeps whole seconds.</summary>
    public static string IsoOfS3(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", CultureInfo.InvariantCulture);

    /// <summary>The form of HTTP's own headers.</summary>
    public static string Http(DateTimeOffset time) => time.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
}
