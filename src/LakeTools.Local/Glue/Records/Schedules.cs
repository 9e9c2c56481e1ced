using LakeTools.Local.Wire;
using LakeTools.Rules.Text;

namespace LakeTools.Local.Glue.Records;

/// <summary>Schedules of triggers and crawlers. Nothing starts by them here, but what Glue rejects is rejected.</summary>
internal static class Schedules
{
    private const string Start = "cron(";

    /// <summary>Refuses what is no <c>cron()</c> expression. Null and empty are no schedule. The text of AWS's error is not documented.
    /// </summary>
    public static void Check(string? expression)
    {
        if (string.IsNullOrEmpty(expression)) return;
        var problem = expression.StartsWith(Start, StringComparison.Ordinal) && expression.EndsWith(')')
            ? CronFields.Problem(expression[Start.Length..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : "it is not cron(minutes hours day-of-month month day-of-week year)";
        if (problem is not null) throw new ApiException("InvalidInputException", $"Invalid schedule expression '{expression}': {problem}.");
    }
}
