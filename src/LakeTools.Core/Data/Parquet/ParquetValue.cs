using System.Globalization;
using System.Numerics;
using System.Text;

namespace LakeTools.Core.Data.Parquet;

/// <summary>
/// Converts values of a file to cells. A value that a cell cannot hold is reported as a fault of the row, and never changed.
/// Source: Apache Parquet, LogicalTypes.md.
/// </summary>
/// <param name="field">The column.</param>
/// <param name="isText">True if bytes are text because the table says so: older writers do not say it.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class ParquetValue(ParquetField field, bool isText, ParquetRowFaults faults)
{
    private const int UnixJulianDay = 2_440_588;
    private const int NanosATick = 100;
    private const int LongestDecimal = 28; // digits that System.Decimal holds in any case
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Makes a cell of a number of 32 bits.</summary>
    /// <param name="value">The number.</param>
    public object? Of(int value) => field.Meaning switch
    {
        ParquetMeaning.Date => Time(value * (Int128)TimeSpan.TicksPerDay, $"{value} days since 1970"),
        ParquetMeaning.Decimal => Decimal(value),
        ParquetMeaning.Time => TimeOfDay(value),
        ParquetMeaning.Timestamp => Timestamp(value),
        ParquetMeaning.Unsigned when field.Unit == 32 => (long)(uint)value,
        _ => Narrow(value),
    };

    /// <summary>Makes a cell of a number of 64 bits.</summary>
    /// <param name="value">The number.</param>
    public object? Of(long value) => field.Meaning switch
    {
        ParquetMeaning.Timestamp => Timestamp(value),
        ParquetMeaning.Decimal => Decimal(value),
        ParquetMeaning.Time => TimeOfDay(value),
        ParquetMeaning.Date => Time(value * (Int128)TimeSpan.TicksPerDay, $"{value} days since 1970"),
        ParquetMeaning.Unsigned when field.Unit == 64 => (decimal)(ulong)value,
        _ => Narrow(value),
    };

    /// <summary>Makes a cell of a timestamp of 96 bits.</summary>
    /// <param name="value">The timestamp.</param>
    public object? Of(Int96 value)
    {
        if (value.Nanoseconds % NanosATick != 0) faults.ReportCut();
        var ticks = (((Int128)value.Day - UnixJulianDay) * TimeSpan.TicksPerDay) + FloorDivide(value.Nanoseconds, NanosATick);
        return Time(ticks, $"{value.Nanoseconds} ns of the Julian day {value.Day}");
    }

    /// <summary>Makes a cell of bytes.</summary>
    /// <param name="value">The bytes.</param>
    public object? Of(ReadOnlyMemory<byte> value)
    {
        var bytes = value.Span;
        switch (field.Meaning)
        {
            case ParquetMeaning.Text:
                return Text(bytes);
            case ParquetMeaning.Decimal:
                return Decimal(new BigInteger(bytes, isBigEndian: true));
            case ParquetMeaning.Uuid when bytes.Length == 16:
                return new Guid(bytes, bigEndian: true).ToString("D");
            case ParquetMeaning.Half when bytes.Length == 2:
                return (float)BitConverter.ToHalf(bytes);
            case ParquetMeaning.Interval when bytes.Length == 12:
                var (months, days, millis) = (BitConverter.ToUInt32(bytes), BitConverter.ToUInt32(bytes[4..]),
                    BitConverter.ToUInt32(bytes[8..]));
                return string.Create(CultureInfo.InvariantCulture, $"P{months}M{days}DT{millis / 1000m}S");
            default:
                return isText ? Text(bytes) : value.ToArray();
        }
    }

    private object? Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return s_utf8.GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            return faults.Report($"its text is not UTF-8 from byte {error.Index + 1} on");
        }
    }

    private object? Narrow(long value)
    {
        var (isSigned, bits) = (field.Meaning == ParquetMeaning.Integer, (int)field.Unit);
        if (!isSigned && field.Meaning != ParquetMeaning.Unsigned) return Whole(value);
        var (least, most) = isSigned ? (-(1L << (bits - 1)), (1L << (bits - 1)) - 1) : (0, (1L << bits) - 1);
        var isIn = (isSigned && bits == 64) || (value >= least && value <= most);
        if (!isIn) return faults.Report($"'{value}' is not an integer of {bits} bits");
        return (isSigned, bits) switch
        {
            (true, 8) => (sbyte)value,
            (true, 16) or (false, 8) => (short)value,
            (false, 16) => (int)value,
            (false, 32) => value,
            _ => Whole(value),
        };
    }

    private object Whole(long value)
    {
        if (field.Physical == ParquetPhysical.Int32) return (int)value;
        return value;
    }

    private object? Timestamp(long value)
    {
        if (field.Unit <= TimeSpan.TicksPerSecond) return Time(value * (Int128)(TimeSpan.TicksPerSecond / field.Unit), Shown(value));
        if (value % NanosATick != 0) faults.ReportCut();
        return Time(FloorDivide(value, NanosATick), Shown(value));
    }

    private string Shown(long value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value} of {field.Unit} parts of a second since 1970");

    private object? Time(Int128 ticksSince1970, string shown)
    {
        var ticks = ticksSince1970 + DateTime.UnixEpoch.Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime((long)ticks) : faults.Report($"{shown} is in no year from 1 to 9999");
    }

    private object? TimeOfDay(long value)
    {
        if (value < 0 || value >= field.Unit * 86_400)
            return faults.Report($"'{value}' of {field.Unit} parts of a second is not a time of day");
        if (field.Unit <= TimeSpan.TicksPerSecond) return new TimeSpan(value * (TimeSpan.TicksPerSecond / field.Unit));
        if (value % NanosATick != 0) faults.ReportCut();
        return new TimeSpan(value / NanosATick);
    }

    // A number that System.Decimal cannot hold is returned as text, which is exact.
    private object Decimal(BigInteger number)
    {
        var digits = BigInteger.Abs(number);
        if (digits < (BigInteger.One << 96) && field.Scale <= LongestDecimal)
        {
            var bits = decimal.GetBits((decimal)digits);
            return new decimal(bits[0], bits[1], bits[2], number.Sign < 0, (byte)field.Scale);
        }

        var text = digits.ToString("R", CultureInfo.InvariantCulture).PadLeft(field.Scale + 1, '0');
        return (number.Sign < 0 ? "-" : "") + text[..^field.Scale] + (field.Scale > 0 ? "." + text[^field.Scale..] : "");
    }

    private static long FloorDivide(long value, long by) => (value / by) - (value % by < 0 ? 1 : 0);
}
