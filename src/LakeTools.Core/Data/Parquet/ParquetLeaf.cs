using System.Globalization;
using System.Numerics;
using System.Text;
using Parquet.Data;
using Parquet.Schema;

namespace LakeTools.Core.Data.Parquet;

/// <summary>A column of primitive values of a row group, read value by value.</summary>
internal abstract class ParquetLeaf : ParquetNode, IDisposable
{
    private readonly RawColumnData _data;
    private readonly int _maxDefinition;
    private readonly bool _hasRepetitions;
    private int _entry;
    private int _value;

    private ParquetLeaf(DataField field, RawColumnData data)
    {
        _data = data;
        _maxDefinition = field.MaxDefinitionLevel;
        _hasRepetitions = field.MaxRepetitionLevel > 0;
    }

    /// <inheritdoc/>
    public override ParquetLeaf First => this;

    /// <summary>How much of the path to the value at hand is there.</summary>
    public int Definition => _maxDefinition == 0 ? 0 : _data.DefinitionLevels[_entry];

    /// <summary>Makes a leaf.</summary>
    /// <param name="field">The field.</param>
    /// <param name="data">The values and levels of a row group; disposed of with the leaf.</param>
    /// <param name="isText">True where bytes are text: older writers do not say so.</param>
    /// <returns>The leaf.</returns>
    public static ParquetLeaf Of(DataField field, RawColumnData data, bool isText) => data switch
    {
        RawColumnData<ReadOnlyMemory<char>> texts => new Typed<ReadOnlyMemory<char>>(field, texts, value => value.ToString()),
        RawColumnData<ReadOnlyMemory<byte>> texts when isText => new Typed<ReadOnlyMemory<byte>>(field, texts,
            value => Encoding.UTF8.GetString(value.Span)),
        RawColumnData<ReadOnlyMemory<byte>> bytes => new Typed<ReadOnlyMemory<byte>>(field, bytes, value => value.ToArray()),
        RawColumnData<int> numbers => new Typed<int>(field, numbers, value => value),
        RawColumnData<long> numbers => new Typed<long>(field, numbers, value => value),
        RawColumnData<double> numbers => new Typed<double>(field, numbers, value => value),
        RawColumnData<float> numbers => new Typed<float>(field, numbers, value => value),
        RawColumnData<bool> truths => new Typed<bool>(field, truths, value => value),
        RawColumnData<BigDecimal> numbers => new Typed<BigDecimal>(field, numbers, Decimal),
        RawColumnData<decimal> numbers => new Typed<decimal>(field, numbers, value => value),
        RawColumnData<DateTime> times => new Typed<DateTime>(field, times, value => DateTime.SpecifyKind(value, DateTimeKind.Unspecified)),
        RawColumnData<DateOnly> dates => new Typed<DateOnly>(field, dates, value => value.ToDateTime(TimeOnly.MinValue)),
        RawColumnData<sbyte> numbers => new Typed<sbyte>(field, numbers, value => value),
        RawColumnData<byte> numbers => new Typed<byte>(field, numbers, value => (short)value),
        RawColumnData<short> numbers => new Typed<short>(field, numbers, value => value),
        RawColumnData<ushort> numbers => new Typed<ushort>(field, numbers, value => (int)value),
        RawColumnData<uint> numbers => new Typed<uint>(field, numbers, value => (long)value),
        RawColumnData<ulong> numbers => new Typed<ulong>(field, numbers, value => (decimal)value),
        RawColumnData<TimeSpan> times => new Typed<TimeSpan>(field, times, value => value.ToString("c", CultureInfo.InvariantCulture)),
        RawColumnData<TimeOnly> times => new Typed<TimeOnly>(field, times, value => value.ToString("o", CultureInfo.InvariantCulture)),
        RawColumnData<Guid> ids => new Typed<Guid>(field, ids, value => value.ToString("D")),
        _ => throw new InvalidDataException($"the column {field.Path} is of a type that is not known here ({field.ClrType.Name})"),
    };

    /// <inheritdoc/>
    public override object? Read()
    {
        var isThere = Definition == _maxDefinition;
        _entry++;
        return isThere ? Value(_value++) : null;
    }

    /// <inheritdoc/>
    public override void Skip() => _entry++;

    /// <summary>True where the value at hand goes on with the list of a level.</summary>
    /// <param name="repetition">The list's level.</param>
    public bool Continues(int repetition)
    {
        if (!_hasRepetitions) return false;
        var levels = _data.RepetitionLevels;
        return _entry < levels.Length && levels[_entry] == repetition;
    }

    /// <inheritdoc/>
    public void Dispose() => _data.Dispose();

    /// <summary>A value.</summary>
    /// <param name="index">Its place among those that are not null.</param>
    protected abstract object Value(int index);

    // What System.Decimal cannot hold comes as its text, which is exact.
    private static object Decimal(BigDecimal value)
    {
        var digits = BigInteger.Abs(value.UnscaledValue);
        if (digits < (BigInteger.One << 96) && value.Scale is >= 0 and <= 28)
        {
            var bits = decimal.GetBits((decimal)digits);
            return new decimal(bits[0], bits[1], bits[2], value.UnscaledValue.Sign < 0, (byte)value.Scale);
        }

        var text = digits.ToString("R", CultureInfo.InvariantCulture).PadLeft(value.Scale + 1, '0');
        return (value.UnscaledValue.Sign < 0 ? "-" : "") + text[..^value.Scale] + (value.Scale > 0 ? "." + text[^value.Scale..] : "");
    }

    private sealed class Typed<T>(DataField field, RawColumnData<T> data, Func<T, object> box) : ParquetLeaf(field, data)
        where T : struct
    {
        protected override object Value(int index) => box(data.Values[index]);
    }
}
