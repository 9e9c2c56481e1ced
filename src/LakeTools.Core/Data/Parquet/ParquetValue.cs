using System.Globalization;
using System.Numerics;
using System.Text;
using LakeTools.Core.Data.Rows;

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
    private const long MostTicks = 1L << 62; // more than all years have
    private const int LongestDecimal = 28; // digits that System.Decimal holds in any case
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly RepeatedTexts _texts = new();

    /// <summary>True if all values are texts.</summary>
    public bool IsText { get; } = field.Meaning == ParquetMeaning.Text || (isText && field.Meaning is not (ParquetMeaning.Decimal
        or ParquetMeaning.Uuid or ParquetMeaning.Half or ParquetMeaning.Interval));

    /// <summary>Makes a cell of a number of 32 bits.</summary>
    /// <param name="value">The number.</param>
    public object? Of(int value) => field.Meaning switch
    {
        ParquetMeaning.Date => TryDate(value, out var date) ? date : null,
        ParquetMeaning.Decimal => Decimal(value),
        ParquetMeaning.Time => TimeOfDay(value),
        ParquetMeaning.Timestamp => TryTimestamp(value, out var time) ? time : null,
        ParquetMeaning.Unsigned when field.Unit == 32 => (long)(uint)value,
        _ => Narrow(value),
    };

    /// <summary>Makes a cell of a number of 64 bits.</summary>
    /// <param name="value">The number.</param>
    public object? Of(long value) => field.Meaning switch
    {
        ParquetMeaning.Timestamp => TryTimestamp(value, out var time) ? time : null,
        ParquetMeaning.Decimal => Decimal(value),
        ParquetMeaning.Time => TimeOfDay(value),
        ParquetMeaning.Date => TryDate(value, out var date) ? date : null,
        ParquetMeaning.Unsigned when field.Unit == 64 => (decimal)(ulong)value,
        _ => Narrow(value),
    };

    /// <summary>Makes a cell of a timestamp of 96 bits.</summary>
    /// <param name="value">The timestamp.</param>
    public object? Of(Int96 value) => TryTimestamp(value, out var time) ? time : null;

    /// <summary>Makes a date.</summary>
    /// <param name="value">Days since 1970.</param>
    /// <param name="date">The date at midnight.</param>
    /// <returns>False if there is no such date, which is reported.</returns>
    public bool TryDate(int value, out DateTime date) => TryDate((long)value, out date);

    /// <inheritdoc cref="TryDate(int, out DateTime)"/>
    public bool TryDate(long value, out DateTime date) =>
        TryTime(value, TimeSpan.TicksPerDay, 0, out date) || Reported($"{value} days since 1970");

    /// <summary>Makes a timestamp.</summary>
    /// <param name="value">The number of the column's units since 1970.</param>
    /// <param name="time">The time.</param>
    /// <returns>False if it is in no year from 1 to 9999, which is reported.</returns>
    public bool TryTimestamp(long value, out DateTime time)
    {
        if (field.Unit <= TimeSpan.TicksPerSecond)
            return TryTime(value, TimeSpan.TicksPerSecond / field.Unit, 0, out time) || Reported(Shown(value));
        if (value % NanosATick != 0) faults.ReportCut();
        return TryTime(FloorDivide(value, NanosATick), 1, 0, out time) || Reported(Shown(value));
    }

    /// <summary>Makes a timestamp of 96 bits.</summary>
    /// <param name="value">The timestamp.</param>
    /// <param name="time">The time.</param>
    /// <returns>False if it is in no year from 1 to 9999, which is reported.</returns>
    public bool TryTimestamp(Int96 value, out DateTime time)
    {
        if (value.Nanoseconds % NanosATick != 0) faults.ReportCut();
        return TryTime((long)value.Day - UnixJulianDay, TimeSpan.TicksPerDay, FloorDivide(value.Nanoseconds, NanosATick), out time)
            || Reported($"{value.Nanoseconds} ns of the Julian day {value.Day}");
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

    private string? Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return _texts.Of(bytes, s_utf8);
        }
        catch (DecoderFallbackException error)
        {
            faults.Report($"its text is not UTF-8 from byte {error.Index + 1} on");
            return null;
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

    private string Shown(long value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value} of {field.Unit} parts of a second since 1970");

    // What is within the bounds does not overflow: ticks that are given beside the value are a hundredth of a 64 bit number at most.
    private static bool TryTime(long value, long factor, long ticks, out DateTime time)
    {
        time = default;
        if (value < -MostTicks / factor || value > MostTicks / factor) return false;
        ticks += (value * factor) + DateTime.UnixEpoch.Ticks;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return false;
        time = new DateTime(ticks);
        return true;
    }

    private bool Reported(string shown)
    {
        faults.Report($"{shown} is in no year from 1 to 9999");
        return false;
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
