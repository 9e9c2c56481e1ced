using System.Management.Automation.Host;

namespace LakeTools.Host.Terminal;

/// <summary>Console colours as escape sequences.</summary>
internal static class AnsiColor
{
    // In the order of ConsoleColor.
    private static readonly int[] s_foreground = [30, 34, 32, 36, 31, 35, 33, 37, 90, 94, 92, 96, 91, 95, 93, 97];

    public static string Sequence(ConsoleColor foreground, ConsoleColor background, PSHostRawUserInterface window)
    {
        var codes = new List<int>();
        if (foreground != window.ForegroundColor && IsColour(foreground)) codes.Add(s_foreground[(int)foreground]);
        if (background != window.BackgroundColor && IsColour(background)) codes.Add(s_foreground[(int)background] + 10);
        return codes.Count == 0 ? "" : "\x1b[" + string.Join(';', codes) + "m";
    }

    private static bool IsColour(ConsoleColor colour) => (int)colour is >= 0 and < 16;
}
