using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LakeTools.Local.Wire.Models;

/// <summary>
/// Numbers and times of requests. Records are returned as they came, so what has another form than answers have is rewritten in the
/// request: a whole number has no fraction or exponent, and a time is a number of seconds.
/// </summary>
internal static class RequestNumber
{
    private const double LongLimit = 9_223_372_036_854_775_808;

    private static readonly string[] s_timeFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];
    private static readonly double s_firstTime = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly double s_lastTime = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Reads a number.</summary>
    /// <param name="value">A JSON number.</param>
    /// <param name="kind">The kind that it must fit.</param>
    /// <returns>Null if it does not fit: a fraction is no whole number.</returns>
    public static double? Read(JsonValue value, ShapeKind kind)
    {
        var text = value.ToJsonString();
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (kind is not (ShapeKind.Integer or ShapeKind.Long)) return double.IsFinite(number) ? number : null;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            if (number != Math.Floor(number) || number is < -LongLimit or >= LongLimit) return null;
            whole = (long)number;
            value.ReplaceWith(whole);
        }

        return kind == ShapeKind.Long || whole is >= int.MinValue and <= int.MaxValue ? number : null;
    }

    /// <summary>Whether a value is a time: seconds since 1970 within the years 1 to 9999, or such a time in ISO 8601.</summary>
    /// <param name="value">A JSON number or text.</param>
    public static bool IsTime(JsonValue value)
    {
        if (value.GetValueKind() == JsonValueKind.Number) return Read(value, ShapeKind.Double) is { } seconds
            && seconds >= s_firstTime && seconds <= s_lastTime;
        if (!DateTimeOffset.TryParseExact(value.GetValue<string>(), s_timeFormats, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var time)) return false;
        value.ReplaceWith(time.ToUnixTimeMilliseconds() / 1000.0);
        return true;
    }
}
