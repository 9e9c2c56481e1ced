using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Schemas;

/// <summary>The schema registry writes times as text.</summary>
internal static class SchemaTimes
{
    /// <summary>A time as text.</summary>
    /// <param name="milliseconds">Since 1970.</param>
    public static string Text(long milliseconds) => WireTime.Iso(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
