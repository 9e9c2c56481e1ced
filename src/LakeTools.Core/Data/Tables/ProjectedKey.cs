using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Tables;

/// <summary>The values of one key of a partition projection: an enum, integers, dates, or those that a filter names.</summary>
/// <remarks>Source: Amazon Athena user guide, 'Supported types for partition projection'.</remarks>
internal sealed partial class ProjectedKey
{
    private const int MostLookedAt = 1_000_000;

    private readonly Func<DateTime, IEnumerable<string>> _values;
    private readonly Func<string, string?>? _integer;

    private ProjectedKey(Func<DateTime, IEnumerable<string>> values, Func<string, string?>? integer = null) =>
        (_values, _integer) = (values, integer);

    /// <summary>True if only a filter has the values.</summary>
    public bool IsInjected { get; private init; }

    /// <summary>Reads what a table's properties say of a key.</summary>
    /// <param name="table">The table, for errors.</param>
    /// <param name="name">The key.</param>
    /// <param name="parameters">The properties.</param>
    /// <returns>The key.</returns>
    /// <exception cref="LakeException"><c>ProjectionInvalid</c>.</exception>
    public static ProjectedKey Of(TableAddress table, string name, IReadOnlyDictionary<string, string> parameters)
    {
        string? Said(string property) =>
            parameters.GetValueOrDefault($"projection.{name}.{property}") is { Length: > 0 } text ? text : null;
        string Needed(string property) => Said(property) ?? throw Invalid(table, $"projection.{name}.{property} is missing");
        LakeException Wrong(string property) => Invalid(table, $"projection.{name}.{property} is '{Said(property)}'");

        switch (Needed("type").Trim().ToLowerInvariant())
        {
            case "enum":
                var words = Needed("values").Split(',');
                return new ProjectedKey(_ => words);
            case "injected":
                return new ProjectedKey(_ => []) { IsInjected = true };
            case "integer":
                return Integers(Needed("range"), Said("interval"), Said("digits")) ?? throw Wrong("range");
            case "date":
                var format = NetFormat(Needed("format")) ?? throw Wrong("format");
                var unit = Said("interval.unit")?.Trim().ToUpperInvariant();
                var step = (Said("interval"), unit) is (null, null) ? DefaultStep(Needed("format")) : Step(Said("interval") ?? "1", unit);
                return new ProjectedKey(Dates(Needed("range"), format, step ?? throw Wrong("interval")) ?? throw Wrong("range"));
            default:
                throw Wrong("type");
        }
    }

    /// <summary>The error of properties that say nothing that can be carried out.</summary>
    /// <param name="table">The table.</param>
    /// <param name="reason">The reason why the projection is invalid.</param>
    /// <returns>The error <c>ProjectionInvalid</c>.</returns>
    public static LakeException Invalid(TableAddress table, string reason) => Fault.ProjectionInvalid(table, table.ToString(), reason);

    /// <summary>The values, in order.</summary>
    /// <param name="now">The time that <c>NOW</c> means, in UTC.</param>
    /// <param name="injected">The values that a filter names.</param>
    /// <returns>The values as they are in locations.</returns>
    public IEnumerable<string> Values(DateTime now, Func<IReadOnlyList<string>> injected) => IsInjected ? injected() : _values(now);

    /// <summary>The text that a value has in locations.</summary>
    /// <param name="value">The value; an integer may lack the zeros before it.</param>
    /// <param name="now">The time that <c>NOW</c> means, in UTC.</param>
    /// <returns>The text; null if no partition has the value.</returns>
    public string? Find(string value, DateTime now)
    {
        if (IsInjected) return value;
        if (_integer is not null) return _integer(value);
        return _values(now).Take(MostLookedAt).Contains(value) ? value : null;
    }

    private static ProjectedKey? Integers(string range, string? interval, string? digits)
    {
        var ends = range.Split(',');
        if (ends.Length != 2 || !TryNumber(ends[0], out var first) || !TryNumber(ends[1], out var last) || first > last) return null;
        var step = 1L;
        if (interval is not null && (!TryNumber(interval, out step) || step <= 0)) return null;
        var width = 0L;
        if (digits is not null && (!TryNumber(digits, out width) || width is < 1 or > 19)) return null;
        var format = "D" + width.ToString(CultureInfo.InvariantCulture);
        string Text(long number) => number.ToString(format, CultureInfo.InvariantCulture);
        return new ProjectedKey(
            _ => Numbers(first, last, step).Select(Text),
            value => TryNumber(value, out var number) && number >= first && number <= last && ((Int128)number - first) % step == 0
                ? Text(number) : null);
    }

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static IEnumerable<long> Numbers(long first, long last, long step)
    {
        for (var number = first; ; number += step)
        {
            yield return number;
            if (number > last - step) yield break;
        }
    }

    private static Func<DateTime, IEnumerable<string>>? Dates(string range, string format, Func<DateTime, int, DateTime> step)
    {
        var ends = range.Split(',');
        if (ends.Length != 2 || End(ends[0], format) is not { } first || End(ends[1], format) is not { } last) return null;
        return now => Times(first(now), last(now), step).Select(time => time.ToString(format, CultureInfo.InvariantCulture)).Distinct();
    }

    private static IEnumerable<DateTime> Times(DateTime first, DateTime last, Func<DateTime, int, DateTime> step)
    {
        // From the first time on, so months do not drift where they differ in length.
        for (var i = 0; step(first, i) <= last; i++) yield return step(first, i);
    }

    // A date in the format, or NOW with a distance.
    private static Func<DateTime, DateTime>? End(string text, string format)
    {
        if (Relative().Match(text) is { Success: true } relative)
        {
            if (!relative.Groups[1].Success) return now => now;
            var count = int.Parse(relative.Groups[2].Value, CultureInfo.InvariantCulture) * (relative.Groups[1].Value == "-" ? -1 : 1);
            var step = Step("1", relative.Groups[3].Value.ToUpperInvariant())!;
            return now => step(now, count);
        }

        return DateTime.TryParseExact(text.Trim(), format, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? _ => time : null;
    }

    private static Func<DateTime, int, DateTime>? Step(string interval, string? unit)
    {
        if (!int.TryParse(interval.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size == 0) return null;
        return unit?.TrimEnd('S') switch
        {
            "YEAR" => (time, count) => time.AddYears(count * size),
            "MONTH" => (time, count) => time.AddMonths(count * size),
            "WEEK" => (time, count) => time.AddDays(7.0 * count * size),
            "DAY" => (time, count) => time.AddDays((double)count * size),
            "HOUR" => (time, count) => time.AddHours((double)count * size),
            "MINUTE" => (time, count) => time.AddMinutes((double)count * size),
            "SECOND" => (time, count) => time.AddSeconds((double)count * size),
            "MILLISECOND" => (time, count) => time.AddMilliseconds((double)count * size),
            _ => null,
        };
    }

    // Only days and months need no interval.
    private static Func<DateTime, int, DateTime>? DefaultStep(string javaFormat)
    {
        var letters = Quoted().Replace(javaFormat, "");
        if (letters.AsSpan().IndexOfAny("HhkKmsSnNA") >= 0) return null;
        return letters.Contains('d', StringComparison.Ordinal) ? Step("1", "DAYS")
            : letters.Contains('M', StringComparison.Ordinal) ? Step("1", "MONTHS") : null;
    }

    // Java's letters that .NET has too; null if a format has another.
    private static string? NetFormat(string javaFormat)
    {
        var format = new StringBuilder();
        for (var i = 0; i < javaFormat.Length; i++)
        {
            var letter = javaFormat[i];
            if (letter == '\'')
            {
                var close = javaFormat.IndexOf('\'', i + 1);
                if (close < 0) return null;
                foreach (var quoted in close == i + 1 ? "'" : javaFormat[(i + 1)..close]) format.Append('\\').Append(quoted);
                i = close;
            }
            else if (!char.IsAsciiLetter(letter))
            {
                format.Append('\\').Append(letter);
            }
            else if ("yuMdHhmsSa".Contains(letter, StringComparison.Ordinal))
            {
                format.Append(letter switch { 'u' => "y", 'S' => "f", 'a' => "tt", _ => letter.ToString() });
            }
            else
            {
                return null;
            }
        }

        return format.Length == 1 ? "%" + format : format.ToString();
    }

    [GeneratedRegex(@"\A\s*NOW\s*(?:([+\-])\s*(\d{1,6})\s*(YEARS?|MONTHS?|WEEKS?|DAYS?|HOURS?|MINUTES?|SECONDS?)\s*)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Relative();

    [GeneratedRegex("'[^']*'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
