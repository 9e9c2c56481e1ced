using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Glue;

/// <summary>When Glue starts something: <c>cron(minutes hours day-of-month month day-of-week year)</c>, in UTC.</summary>
public static class GlueSchedule
{
    private const string Start = "cron(";

    /// <summary>Checks an expression.</summary>
    /// <param name="schedule">The expression, with or without <c>cron()</c> around it; null and empty are no schedule.</param>
    /// <returns>The expression as Glue takes it.</returns>
    /// <exception cref="LakeException"><c>ScheduleInvalid</c>.</exception>
    public static string? Check(string? schedule)
    {
        if (string.IsNullOrEmpty(schedule)) return schedule;
        var text = schedule.Trim();
        if (text.StartsWith(Start, StringComparison.OrdinalIgnoreCase) && text.EndsWith(')')) text = text[Start.Length..^1];
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (CronFields.Problem(fields) is { } problem) throw Fault.ScheduleInvalid(schedule, problem);
        return $"{Start}{string.Join(' ', fields)})";
    }
}
