using System.Globalization;
using System.Text.RegularExpressions;

namespace LakeTools.Local.SecretsManager;

/// <summary>
/// When a secret is due. Rates are in days, or in four hours or more; AWS ends a window of days at the end of its UTC day (user
/// guide, Schedule expressions).
/// </summary>
internal static partial class RotationSchedule
{
    private const int ShortestHours = 4;
    private const int LongestDays = 999;
    private const int CronFields = 6;

    /// <summary>Says what is wrong with an expression; null for nothing.</summary>
    public static string? Fault(string expression)
    {
        if (CronPattern().Match(expression) is { Success: true } cron)
        {
            return cron.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == CronFields
                ? null
                : $"A cron() expression has {CronFields} fields.";
        }

        if (Rate(expression) is not { } rate) return "The ScheduleExpression must be a rate() or a cron() expression.";
        return rate < TimeSpan.FromHours(ShortestHours) || rate > TimeSpan.FromDays(LongestDays)
            ? $"A rate() must be between {ShortestHours} hours and {LongestDays} days."
            : null;
    }

    /// <summary>
    /// Says what is wrong with a window; null for nothing. It must not extend into the next window or the next UTC day (API reference,
    /// RotationRulesType). Windows of rates start at midnight; of a cron() only a plain hour is looked at.
    /// </summary>
    /// <param name="duration">Its hours, such as <c>3h</c>.</param>
    /// <param name="schedule">The expression; null for a number of days.</param>
    public static string? WindowFault(string duration, string? schedule)
    {
        if (DurationPattern().Match(duration) is not { Success: true } match) return "A Duration is a number of hours, such as 3h.";
        var window = TimeSpan.FromHours(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        var start = schedule is not null && StartPattern().Match(schedule) is { Success: true } cron
            ? TimeSpan.FromMinutes((60 * Number(cron.Groups[2])) + Number(cron.Groups[1])) : TimeSpan.Zero;
        if (start + window > TimeSpan.FromDays(1)) return "The rotation window must not extend into the next UTC day.";
        return schedule is not null && Rate(schedule) < window
            ? "The rotation window must not extend into the next rotation window." : null;

        static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The latest time of the next rotation in milliseconds since 1970; null if nothing but a cron() says.</summary>
    public static long? Next(RotationRecord rotation)
    {
        var rate = rotation.Days is { } days ? TimeSpan.FromDays(days) : rotation.Schedule is { } schedule ? Rate(schedule) : null;
        if (!rotation.Enabled || rate is null) return null;
        var due = DateTimeOffset.FromUnixTimeMilliseconds(rotation.Last ?? rotation.Since) + rate.Value;
        var end = rate < TimeSpan.FromDays(1) ? due : new DateTimeOffset(due.UtcDateTime.Date, TimeSpan.Zero).AddDays(1).AddSeconds(-1);
        return end.ToUnixTimeMilliseconds();
    }

    private static TimeSpan? Rate(string expression)
    {
        if (RatePattern().Match(expression) is not { Success: true } match) return null;
        var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value.StartsWith('h') ? TimeSpan.FromHours(number) : TimeSpan.FromDays(number);
    }

    [GeneratedRegex(@"\Arate\(([0-9]{1,5}) (hours?|days?)\)\z")]
    private static partial Regex RatePattern();

    [GeneratedRegex(@"\A([1-9][0-9]{0,3})h\z")]
    private static partial Regex DurationPattern();

    // A minute and an hour of a cron().
    [GeneratedRegex(@"\Acron\( *([0-9]{1,2}) +([0-9]{1,2}) ")]
    private static partial Regex StartPattern();

    [GeneratedRegex(@"\Acron\((.+)\)\z")]
    private static partial Regex CronPattern();
}
