using LakeTools.Rules.Errors;

namespace LakeTools.Core.Jobs.Properties;

/// <summary>When Glue may restart a streaming job. Source: API reference of Glue, Job, MaintenanceWindow.</summary>
public static class MaintenanceWindows
{
    private static readonly string[] s_days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    /// <summary>Checks a window.</summary>
    /// <param name="window">A day and an hour in UTC, such as Sun:23; null and empty are no window.</param>
    /// <returns>The window as Glue writes it.</returns>
    /// <exception cref="LakeException"><c>MaintenanceWindowInvalid</c>.</exception>
    public static string? Check(string? window)
    {
        if (string.IsNullOrEmpty(window)) return window;
        if (window.Split(':') is [var name, { Length: 1 or 2 } hour] && hour.All(char.IsAsciiDigit) && int.Parse(hour, null) < 24
            && Array.Find(s_days, day => day.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known)
            return $"{known}:{hour}";
        throw Fault.MaintenanceWindowInvalid(window);
    }
}
