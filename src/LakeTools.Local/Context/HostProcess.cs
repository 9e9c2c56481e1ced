using System.Diagnostics;
using System.Globalization;

namespace LakeTools.Local.Context;

/// <summary>
/// Names the process that carries out a run, so that others that have the lake open can tell whether it is still
/// there. The id alone would not do, because systems use ids again; the start time tells two processes apart.
/// </summary>
internal static class HostProcess
{
    /// <summary>This process.</summary>
    public static string Current { get; } = NameOf(Process.GetCurrentProcess());

    /// <summary>True while the named process runs.</summary>
    public static bool IsAlive(string name)
    {
        if (name == Current) return true;
        try
        {
            using var process = Process.GetProcessById(int.Parse(name.Split('@')[0], CultureInfo.InvariantCulture));
            return NameOf(process) == name;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException
            or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    // Rounded, because Linux gives the start in ticks since boot and the boot time wavers.
    private static string NameOf(Process process)
    {
        var start = Math.Round(new DateTimeOffset(process.StartTime).ToUnixTimeMilliseconds() / 10000.0);
        return string.Create(CultureInfo.InvariantCulture, $"{process.Id}@{start}");
    }
}
