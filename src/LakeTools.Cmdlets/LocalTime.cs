namespace LakeTools.Cmdlets;

/// <summary>Reads times that were typed: without a zone they are local, as everywhere in PowerShell.</summary>
internal static class LocalTime
{
    /// <summary>The time in local time.</summary>
    /// <param name="time">What was typed; null for nothing.</param>
    /// <returns>The same moment.</returns>
    public static DateTime? Of(DateTime? time) => time switch
    {
        { Kind: DateTimeKind.Utc } known => known.ToLocalTime(),
        { } known => DateTime.SpecifyKind(known, DateTimeKind.Local),
        null => null,
    };
}
