using System.Globalization;

namespace LakeTools.Core.Data.Cells;

/// <summary>Dates as days, and timestamps as milliseconds, since 1970: the form that Athena's OpenCSV has them in.</summary>
internal static class CellNumberTime
{
    /// <summary>Reads a cell.</summary>
    /// <param name="text">The number, without blanks around it.</param>
    /// <param name="kind">Date or timestamp.</param>
    /// <param name="value">The time, without a kind.</param>
    /// <returns>False if the text is no whole number, or is outside of the years 1 to 9999.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, CellKind kind, out DateTime value)
    {
        value = default;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return false;
        var unit = Unit(kind);
        var least = (DateTime.MinValue - DateTime.UnixEpoch).Ticks / unit;
        var greatest = (DateTime.MaxValue - DateTime.UnixEpoch).Ticks / unit;
        if (number < least || number > greatest) return false;
        value = DateTime.SpecifyKind(DateTime.UnixEpoch.AddTicks(number * unit), DateTimeKind.Unspecified);
        return true;
    }

    /// <summary>Writes a value.</summary>
    /// <param name="time">The value.</param>
    /// <param name="kind">Date or timestamp.</param>
    /// <param name="text">The number.</param>
    /// <returns>False if the value is finer than the unit.</returns>
    public static bool TryFormat(DateTime time, CellKind kind, out string text)
    {
        var (number, rest) = Math.DivRem((time - DateTime.UnixEpoch).Ticks, Unit(kind));
        text = number.ToString(CultureInfo.InvariantCulture);
        return rest == 0;
    }

    private static long Unit(CellKind kind) => kind == CellKind.Date ? TimeSpan.TicksPerDay : TimeSpan.TicksPerMillisecond;
}
