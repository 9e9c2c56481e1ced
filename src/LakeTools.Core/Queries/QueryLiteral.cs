using System.Globalization;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Queries;

/// <summary>Writes values as literals of SQL, as parameters of queries are given to Athena.</summary>
internal static class QueryLiteral
{
    // API reference, StartQueryExecution: a parameter has 1 to 1,024 characters.
    private const int MostCharacters = 1024;

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="place">Its place among the parameters, from 1.</param>
    /// <returns>Such as <c>'text'</c>, <c>1.5</c> or <c>TIMESTAMP '2026-01-31 13:00:00.000'</c>.</returns>
    /// <exception cref="LakeException"><c>QueryParameterInvalid</c>.</exception>
    public static string Of(object? value, int place)
    {
        var text = value switch
        {
            null or DBNull => "NULL",
            string or char => Quoted(value.ToString()!),
            bool truth => truth ? "true" : "false",
            sbyte or byte or short or ushort or int or uint or long or ulong or decimal =>
                ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            float or double => Real(Convert.ToDouble(value, CultureInfo.InvariantCulture), place),
            DateOnly date => $"DATE '{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
            DateTime { TimeOfDay.Ticks: 0 } date => $"DATE '{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
            DateTime time => Timestamp(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time, place),
            DateTimeOffset time => Timestamp(time.UtcDateTime, place),
            Guid or Enum => Quoted(value.ToString()!),
            _ => throw Fault.QueryParameterInvalid(value, place, $"{value.GetType().Name} has no literal in SQL"),
        };
        return text.Length <= MostCharacters ? text
            : throw Fault.QueryParameterInvalid(value, place, $"it has more than {MostCharacters} characters as SQL writes it");
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    // As exact as it is. Neither Athena's tables nor an embedded lake have times finer than a microsecond.
    private static string Timestamp(DateTime time, int place)
    {
        if (time.Nanosecond > 0)
            throw Fault.QueryParameterInvalid(time, place, "it is more precise than a microsecond");
        var fraction = time.Microsecond > 0 ? "ffffff" : "fff";
        return $"TIMESTAMP '{time.ToString($"yyyy-MM-dd HH:mm:ss.{fraction}", CultureInfo.InvariantCulture)}'";
    }

    private static string Real(double number, int place) => double.IsFinite(number)
        ? number.ToString("E16", CultureInfo.InvariantCulture)
        : throw Fault.QueryParameterInvalid(number, place, "it is not a finite number");
}
