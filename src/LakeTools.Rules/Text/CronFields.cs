namespace LakeTools.Rules.Text;

/// <summary>
/// The six fields of Glue's schedules: minutes, hours, day of month, month, day of week and year, in UTC. Source: AWS Glue developer guide,
/// 'Time-based schedules for jobs and crawlers'.
/// </summary>
public static class CronFields
{
    // The least and the largest number of each field, and the names that represent numbers.
    private static readonly (string Name, int From, int To, string[] Words)[] s_fields =
    [
        ("minutes", 0, 59, []), ("hours", 0, 23, []), ("day of month", 1, 31, []),
        ("month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]),
        ("day of week", 1, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]), ("year", 1970, 2199, []),
    ];

    /// <summary>Says what is wrong with the fields.</summary>
    /// <param name="fields">Texts between the blanks of an expression.</param>
    /// <returns>Such as <c>it has 5 fields and not 6</c>; null for nothing.</returns>
    public static string? Problem(IReadOnlyList<string> fields)
    {
        if (fields.Count != s_fields.Length) return $"it has {fields.Count} fields and not {s_fields.Length}";
        for (var i = 0; i < fields.Count; i++)
            if (!IsField(i, fields[i])) return $"'{fields[i]}' is not a valid value of {s_fields[i].Name}";
        return (fields[2] == "?") == (fields[4] == "?") ? "one of day of month and day of week is ?, and the other is not" : null;
    }

    private static bool IsField(int field, string text)
    {
        if (text == "?") return field is 2 or 4;
        return text.Split(',').All(part => IsPart(field, part));
    }

    private static bool IsPart(int field, string part)
    {
        if (field == 2 && (part is "L" or "LW" || (part.EndsWith('W') && IsNumber(field, part[..^1])))) return true;
        if (field == 4 && (part is "L" || (part.EndsWith('L') && IsNumber(field, part[..^1])))) return true;
        if (field == 4 && part.Split('#') is [var day, [>= '1' and <= '5']]) return IsNumber(field, day);
        if (part.Split('/') is [var start, var step])
            return int.TryParse(step, out var every) && every > 0 && (start == "*" || IsRange(field, start));
        return part == "*" || IsRange(field, part);
    }

    private static bool IsRange(int field, string text) =>
        text.Split('-') is [var from, var to] ? IsNumber(field, from) && IsNumber(field, to) : IsNumber(field, text);

    private static bool IsNumber(int field, string text) =>
        s_fields[field].Words.Contains(text, StringComparer.OrdinalIgnoreCase)
        || (text.All(char.IsAsciiDigit) && int.TryParse(text, out var number)
            && number >= s_fields[field].From && number <= s_fields[field].To);
}
