using System.Globalization;
using LakeTools.Core.Data.Cells;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace LakeTools.Core.Data.Parquet;

/// <summary>A column of primitive values that is filled for a row group.</summary>
internal static class ParquetColumn
{
    private const int LevelBytes = 8;

    /// <summary>Makes the column of a field.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The column.</returns>
    public static ParquetSink Of(DataField field)
    {
        if (field is BigDecimalDataField big) return new Typed<BigDecimal>(field, value => Decimal(value, big), 48);
        if (field is DecimalDataField) return new Typed<decimal>(field, value => (decimal)value, 16);
        if (field is DateTimeDataField) return new Typed<DateTime>(field, value => DateTime.SpecifyKind((DateTime)value, DateTimeKind.Utc),
            8);
        var type = field.ClrType;
        if (type == typeof(bool)) return new Typed<bool>(field, value => (bool)value, 1);
        if (type == typeof(sbyte)) return new Typed<sbyte>(field, value => (sbyte)value, 1);
        if (type == typeof(short)) return new Typed<short>(field, value => (short)value, 2);
        if (type == typeof(int)) return new Typed<int>(field, value => (int)value, 4);
        if (type == typeof(long)) return new Typed<long>(field, value => (long)value, 8);
        if (type == typeof(float)) return new Typed<float>(field, value => (float)value, 4);
        if (type == typeof(double)) return new Typed<double>(field, value => (double)value, 8);
        if (type == typeof(byte[]) || type == typeof(ReadOnlyMemory<byte>)) return new Typed<ReadOnlyMemory<byte>>(field,
            value => (byte[])value, 16, value => value.Length);
        return new Typed<ReadOnlyMemory<char>>(field, value => ((string)value).AsMemory(), 16, value => value.Length * sizeof(char));
    }

    private static BigDecimal Decimal(object value, DataField field)
    {
        var scale = ((DecimalDataField)field).Scale;
        var text = value as string ?? ((decimal)value).ToString(CultureInfo.InvariantCulture);
        return DecimalNumber.TryParse(text, out var number)
            ? new BigDecimal(number.Unscaled(scale), ((DecimalDataField)field).Precision, scale)
            : throw new ArgumentException($"'{text}' is no decimal.", nameof(value));
    }

    private sealed class Typed<T>(DataField field, Func<object, T> convert, int size, Func<T, int>? more = null) : ParquetSink
        where T : struct
    {
        private readonly ParquetBuffer<T> _values = new();
        private readonly ParquetBuffer<int> _definitions = new();
        private readonly ParquetBuffer<int> _repetitions = new();

        public override long Write(object? value, int repetition, int definition)
        {
            if (field.MaxRepetitionLevel > 0) _repetitions.Add(repetition);
            if (field.MaxDefinitionLevel > 0) _definitions.Add(value is null ? definition : field.MaxDefinitionLevel);
            if (value is null) return LevelBytes;
            var converted = convert(value);
            _values.Add(converted);
            return LevelBytes + size + (more?.Invoke(converted) ?? 0);
        }

        public override async Task FlushAsync(ParquetRowGroupWriter group)
        {
            ReadOnlyMemory<int>? definitions = field.MaxDefinitionLevel > 0 ? _definitions.Written : null;
            ReadOnlyMemory<int>? repetitions = field.MaxRepetitionLevel > 0 ? _repetitions.Written : null;
            await group.WriteAllPartsAsync<T>(field, _values.Written, definitions, repetitions,
                CancellationToken.None).ConfigureAwait(false);
            _values.Clear();
            _definitions.Clear();
            _repetitions.Clear();
        }
    }
}
