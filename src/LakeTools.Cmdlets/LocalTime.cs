namespace LakeTools.Cmdlets;

/// <summary>Reads times that were typed. Without a time zone they are local times, as in PowerShell.</summary>
internal static class LocalTime
{
    /// <summary>The time in local time.</summary>
    /// <param name="time">The time that was typed; null for none.</param>
    /// <returns>The same moment.</returns>
    public static DateTime? Of(DateTime? time) => time switch
    {
        { Kind: DateTimeKind.Utc } known => known.ToLocalTime(),
        { } known => DateTime.SpecifyKind(known, DateTimeKind.Local),
        null => null,
    };
}
