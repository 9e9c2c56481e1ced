using System.Globalization;
using System.Numerics;
using System.Text;
using DuckDB.NET.Native;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>Writes the values of rows into a vector.</summary>
/// <param name="type">The type of the values.</param>
/// <param name="onCut">Told of each time that is more precise than DuckDB's, and is truncated. Null if there is none.</param>
internal sealed unsafe class VectorWriter(DuckType type, Action? onCut = null)
{
    private static readonly long s_epoch = DateTime.UnixEpoch.Ticks;

    private readonly VectorWriter[] _parts = [.. type.Parts.Select(part => new VectorWriter(part, onCut))];
    private byte[] _bytes = new byte[256];
    private nint _vector;
    private byte* _data;
    private ulong* _validity;
    private long _length;

    /// <summary>Goes to a vector.</summary>
    /// <param name="vector">The vector.</param>
    public void At(nint vector)
    {
        _vector = vector;
        _data = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
        _validity = null;
        _length = 0;
        switch (type.Id)
        {
            case DuckDBType.List:
                _parts[0].At(NativeMethods.Vectors.DuckDBListVectorGetChild(vector));
                break;
            case DuckDBType.Map:
                var entries = NativeMethods.Vectors.DuckDBListVectorGetChild(vector);
                _parts[0].At(NativeMethods.Vectors.DuckDBStructVectorGetChild(entries, 0));
                _parts[1].At(NativeMethods.Vectors.DuckDBStructVectorGetChild(entries, 1));
                break;
            case DuckDBType.Struct:
                for (var i = 0; i < _parts.Length; i++) _parts[i].At(NativeMethods.Vectors.DuckDBStructVectorGetChild(vector, i));
                break;
        }
    }

    /// <summary>Writes cells of a column; numbers go from array to array.</summary>
    /// <param name="row">The place of the first one in the vector.</param>
    /// <param name="cells">The column.</param>
    /// <param name="first">The place of the first one in the column.</param>
    /// <param name="count">The number of cells to write.</param>
    /// <exception cref="QueryException">A value does not have the type.</exception>
    public void Write(long row, CellColumn cells, int first, int count)
    {
        switch (cells)
        {
            case ValueColumn<int> whole when type.Id == DuckDBType.Integer:
                Copy((int*)_data, row, whole, first, count);
                break;
            case ValueColumn<long> whole when type.Id == DuckDBType.BigInt:
                Copy((long*)_data, row, whole, first, count);
                break;
            case ValueColumn<double> real when type.Id == DuckDBType.Double:
                Copy((double*)_data, row, real, first, count);
                break;
            default:
                for (var i = 0; i < count; i++) Write(row + i, cells[first + i]);
                break;
        }
    }

    /// <summary>Writes a value.</summary>
    /// <param name="row">Its place in the vector.</param>
    /// <param name="value">The value, as <see cref="DataRow"/> has values of the type; null for null.</param>
    /// <exception cref="QueryException">The value does not have the type.</exception>
    public void Write(long row, object? value)
    {
        if (value is null)
        {
            WriteNull(row);
            return;
        }

        switch (type.Id)
        {
            case DuckDBType.Boolean:
                ((bool*)_data)[row] = (bool)value;
                break;
            case DuckDBType.TinyInt:
                ((sbyte*)_data)[row] = (sbyte)value;
                break;
            case DuckDBType.SmallInt:
                ((short*)_data)[row] = (short)value;
                break;
            case DuckDBType.Integer:
                ((int*)_data)[row] = (int)value;
                break;
            case DuckDBType.BigInt:
                ((long*)_data)[row] = (long)value;
                break;
            case DuckDBType.HugeInt:
                ((Int128*)_data)[row] = (Int128)value;
                break;
            case DuckDBType.Float:
                ((float*)_data)[row] = (float)value;
                break;
            case DuckDBType.Double:
                ((double*)_data)[row] = (double)value;
                break;
            case DuckDBType.Decimal:
                WriteDecimal(row, value);
                break;
            case DuckDBType.Date:
                ((int*)_data)[row] = (int)((((DateTime)value).Ticks - s_epoch) / TimeSpan.TicksPerDay);
                break;
            case DuckDBType.Timestamp:
                ((long*)_data)[row] = Microseconds(((DateTime)value).Ticks);
                break;
            case DuckDBType.Blob:
                Assign(row, (byte[])value);
                break;
            case DuckDBType.List:
                WriteItems(row, (object?[])value);
                break;
            case DuckDBType.Map:
                WriteMap(row, (LakeMap)value);
                break;
            case DuckDBType.Struct:
                var fields = (DataRow)value;
                for (var i = 0; i < _parts.Length; i++) _parts[i].Write(row, FieldOf(fields, type.Names[i], i));
                break;
            default:
                WriteText(row, value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                break;
        }
    }

    // Before 1970 as after it: what is beyond the microsecond is left out.
    private long Microseconds(long ticks)
    {
        if (ticks % TimeSpan.TicksPerMicrosecond > 0) onCut?.Invoke();
        return (ticks / TimeSpan.TicksPerMicrosecond) - (s_epoch / TimeSpan.TicksPerMicrosecond);
    }

    private static object? FieldOf(DataRow row, string name, int place)
    {
        if (place < row.ColumnNames.Count && row.ColumnNames[place].Equals(name, StringComparison.OrdinalIgnoreCase))
            return row.Values[place];
        for (var i = 0; i < row.ColumnNames.Count; i++)
            if (row.ColumnNames[i].Equals(name, StringComparison.OrdinalIgnoreCase)) return row.Values[i];
        return null;
    }

    private void Copy<T>(T* data, long row, ValueColumn<T> cells, int first, int count)
        where T : unmanaged
    {
        for (var i = 0; i < count; i++)
        {
            if (cells.HasValue(first + i)) data[row + i] = cells.ValueOf(first + i);
            else WriteNull(row + i);
        }
    }

    private void WriteNull(long row)
    {
        if (_validity is null)
        {
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(_vector);
            _validity = NativeMethods.Vectors.DuckDBVectorGetValidity(_vector);
        }

        _validity[row / 64] &= ~(1UL << (int)(row % 64));
        if (type.Id is DuckDBType.List or DuckDBType.Map) ((ulong*)_data)[row * 2] = ((ulong*)_data)[(row * 2) + 1] = 0;
        // The fields of a struct that is null are null.
        if (type.Id != DuckDBType.Struct) return;
        foreach (var part in _parts) part.WriteNull(row);
    }

    private void WriteText(long row, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_bytes.Length < most) _bytes = new byte[most];
        Assign(row, _bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, _bytes)));
    }

    private void Assign(long row, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            var none = (byte)0;
            NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(_vector, (ulong)row, start is null ? &none : start, bytes.Length);
        }
    }

    // A decimal of more digits than .NET's comes as its text.
    private void WriteDecimal(long row, object value)
    {
        var text = value as string ?? ((decimal)value).ToString(CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var behind = point < 0 ? 0 : text.Length - point - 1;
        var plain = text.Replace(".", "", StringComparison.Ordinal);
        if (!BigInteger.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits)
            || (behind > type.Scale && !BigInteger.Remainder(digits, BigInteger.Pow(10, behind - type.Scale)).IsZero))
            throw NoDecimal(text);
        digits = behind > type.Scale
            ? digits / BigInteger.Pow(10, behind - type.Scale) : digits * BigInteger.Pow(10, type.Scale - behind);
        if (BigInteger.Abs(digits) >= BigInteger.Pow(10, type.Precision)) throw NoDecimal(text);
        switch (type.Storage)
        {
            case DuckDBType.SmallInt:
                ((short*)_data)[row] = (short)digits;
                break;
            case DuckDBType.Integer:
                ((int*)_data)[row] = (int)digits;
                break;
            case DuckDBType.BigInt:
                ((long*)_data)[row] = (long)digits;
                break;
            default:
                ((Int128*)_data)[row] = (Int128)digits;
                break;
        }
    }

    private QueryException NoDecimal(string text) =>
        new(FormattableString.Invariant($"HIVE_BAD_DATA: {text} is not a decimal({type.Precision},{type.Scale})"));

    private void WriteItems(long row, object?[] items)
    {
        var child = Reserve(row, items.Length);
        _parts[0].Moved(child);
        for (var i = 0; i < items.Length; i++) _parts[0].Write(_length + i, items[i]);
        _length += items.Length;
    }

    private void WriteMap(long row, LakeMap map)
    {
        var entries = Reserve(row, map.Count);
        for (var i = 0; i < _parts.Length; i++) _parts[i].Moved(NativeMethods.Vectors.DuckDBStructVectorGetChild(entries, i));
        foreach (var entry in map)
        {
            _parts[0].Write(_length, entry.Key);
            _parts[1].Write(_length++, entry.Value);
        }
    }

    // Makes room for the items of a list, which may move those that are there.
    private nint Reserve(long row, int count)
    {
        ((ulong*)_data)[row * 2] = (ulong)_length;
        ((ulong*)_data)[(row * 2) + 1] = (ulong)count;
        NativeMethods.Vectors.DuckDBListVectorReserve(_vector, (ulong)(_length + count));
        NativeMethods.Vectors.DuckDBListVectorSetSize(_vector, (ulong)(_length + count));
        return NativeMethods.Vectors.DuckDBListVectorGetChild(_vector);
    }

    // The vector grew: its bytes lie elsewhere, and what was written is there.
    private void Moved(nint vector)
    {
        _vector = vector;
        _data = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
        if (_validity is not null) _validity = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
        if (type.Id == DuckDBType.Struct)
            for (var i = 0; i < _parts.Length; i++) _parts[i].Moved(NativeMethods.Vectors.DuckDBStructVectorGetChild(vector, i));
    }
}
