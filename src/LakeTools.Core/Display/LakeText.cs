using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>
/// Sizes, times, durations and names as people read them: the one place that the views of the module take them from. The
/// objects keep the exact values. Texts are the same in every culture, so what is read aloud or pasted means one thing.
/// </summary>
public static partial class LakeText
{
    private static readonly string[] s_units = ["B", "KB", "MB", "GB", "TB", "PB"];

    private static readonly Dictionary<string, string> s_colours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["True"] = "Green",
        ["False"] = "Red",
        ["Create"] = "Green",
        ["Added"] = "Green",
        ["Change"] = "Yellow",
        ["Remove"] = "Red",
        ["Removed"] = "Red",
        ["Keep"] = "BrightBlack",
        ["Done"] = "Green",
        ["Failed"] = "Red",
        ["Blocked"] = "Yellow",
        ["Unchanged"] = "BrightBlack",
        ["SUCCEEDED"] = "Green",
        ["ERROR"] = "Red",
        ["TIMEOUT"] = "Red",
        ["EXPIRED"] = "Red",
        ["STOPPING"] = "Yellow",
        ["STOPPED"] = "Yellow",
        ["STARTING"] = "Cyan",
        ["RUNNING"] = "Cyan",
        ["WAITING"] = "Cyan",
        ["Implicit"] = "BrightBlack",
        ["IamAllowed"] = "Yellow",
        ["InSync"] = "Green",
        ["InProgress"] = "Cyan",
        ["available"] = "Green",
        ["pending"] = "Cyan",
        ["Warning"] = "Yellow",
    };

    /// <summary>A size in steps of 1024.</summary>
    /// <param name="bytes">The number of bytes; null if it is not known.</param>
    /// <returns>Such as <c>512 B</c> or <c>1.2 MB</c>; empty for null.</returns>
    public static string Size(long? bytes)
    {
        if (bytes is not { } whole) return "";
        var (size, unit) = ((double)whole, 0);
        // A size that would be written as 1024.0 is 1.0 of the next unit.
        while (Math.Round(Math.Abs(size), 1) >= 1024 && unit < s_units.Length - 1)
        {
            size /= 1024;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"{size.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture)} {s_units[unit]}");
    }

    /// <summary>A moment in local time, to the minute.</summary>
    /// <param name="time">The moment, in UTC or local time; null if there is none.</param>
    /// <returns>Such as <c>2026-01-31 09:05</c>; empty for null.</returns>
    public static string Time(DateTime? time) => time is not { } moment ? ""
        : (moment.Kind == DateTimeKind.Utc ? moment.ToLocalTime() : moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A length of time by its two largest units.</summary>
    /// <param name="time">The length; null if it is not known.</param>
    /// <returns>Such as <c>12 ms</c>, <c>5 s</c>, <c>2 min 5 s</c>, <c>3 h 2 min</c> or <c>4 d 1 h</c>; empty for null.</returns>
    public static string Duration(TimeSpan? time)
    {
        if (time is not { } length) return "";
        if (length < TimeSpan.Zero) return "-" + Duration(length.Negate());
        if (length.Days > 0) return Two(length.Days, "d", length.Hours, "h");
        if (length.Hours > 0) return Two(length.Hours, "h", length.Minutes, "min");
        if (length.Minutes > 0) return Two(length.Minutes, "min", length.Seconds, "s");
        return length.Seconds > 0 || length == TimeSpan.Zero ? $"{length.Seconds} s" : $"{Math.Max(1, length.Milliseconds)} ms";

        static string Two(int large, string largeUnit, int small, string smallUnit) =>
            small == 0 ? $"{large} {largeUnit}" : $"{large} {largeUnit} {small} {smallUnit}";
    }

    /// <summary>A principal without what every principal of the account begins with. One of another account keeps all of its ARN.</summary>
    /// <param name="principal">An identifier, such as a role's ARN.</param>
    /// <param name="accountId">The account that goes without saying, twelve digits; null or empty for any.</param>
    /// <returns>Such as <c>role/analyst</c>.</returns>
    public static string Principal(string? principal, string? accountId) =>
        principal is null ? "" : OfAccount().Match(principal) is { Success: true } start
            && (string.IsNullOrEmpty(accountId) || accountId.StartsWith(start.Groups[1].Value, StringComparison.Ordinal))
            ? principal[start.Length..]
            : principal;

    /// <summary>Names with their values on one line.</summary>
    /// <param name="table">A dictionary, a hashtable or null; a value may be a list.</param>
    /// <returns>Such as <c>team=sales, stage=test</c>, by name.</returns>
    public static string Pairs(object? table)
    {
        IEnumerable<(string Name, string Value)> pairs = table switch
        {
            null => [],
            IEnumerable<KeyValuePair<string, string>> texts => texts.Select(pair => (pair.Key, pair.Value)),
            IEnumerable<KeyValuePair<string, string[]>> lists => lists.Select(pair => (pair.Key, string.Join('|', pair.Value))),
            IDictionary values => values.Keys.Cast<object>().Select(key => ($"{key}", Text(values[key]))),
            _ => [($"{table}", "")],
        };
        return string.Join(", ", pairs.OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => pair.Value.Length == 0 ? pair.Name : $"{pair.Name}={pair.Value}"));
    }

    /// <summary>
    /// A value as the module's views show it. Names, tags, descriptions and log lines come from others: a control character in them could
    /// steer the terminal, so it is shown as its number. The objects keep the exact text.
    /// </summary>
    /// <param name="value">A text, a list or anything else; null for nothing.</param>
    /// <returns>The value itself, or a text such as <c>\u001b[2J</c> where it has control characters other than tabs and line ends.
    /// </returns>
    public static object? Shown(object? value) => value switch
    {
        null or ValueType => value,
        string text => PlainLine.Of(text),
        IEnumerable list when list.Cast<object?>().Any(IsControlling) => list.Cast<object?>().Select(Shown).ToArray(),
        IEnumerable => value,
        _ => IsControlling(value) ? PlainLine.Of($"{value}") : value,
    };

    /// <summary>The colour of a state's word. The word itself always has the same meaning.</summary>
    /// <param name="state">Such as <c>SUCCEEDED</c>, <c>Remove</c> or <c>IamAllowed</c>; a truth value counts as its text.</param>
    /// <returns>The name of a property of <c>$PSStyle.Foreground</c>; null if the text stays as it is.</returns>
    public static string? Colour(object? state) => s_colours.GetValueOrDefault($"{state}");

    private static bool IsControlling(object? value) => value is not (null or ValueType) && !PlainLine.Is($"{value}");

    // A list that came from a file or another process is one of objects.
    private static string Text(object? value) =>
        value is IEnumerable list and not string ? string.Join('|', list.Cast<object?>()) : $"{value}";

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:(?:iam|sts)::([0-9]{12}):")]
    private static partial Regex OfAccount();
}
