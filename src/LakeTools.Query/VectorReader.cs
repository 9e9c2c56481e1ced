using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using DuckDB.NET.Native;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>Reads the values of a vector as Athena writes them.</summary>
/// <param name="type">The type of the values.</param>
internal sealed unsafe class VectorReader(DuckType type)
{
    private readonly VectorReader[] _parts = [.. type.Parts.Select(part => new VectorReader(part))];
    private byte* _data;
    private ulong* _validity;

    /// <summary>The type of the values.</summary>
    public DuckType Type => type;

    /// <summary>Goes to a vector.</summary>
    /// <param name="vector">The vector; it outlives the reading.</param>
    /// <returns>This reader.</returns>
    public VectorReader At(nint vector)
    {
        _data = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
        _validity = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
        switch (type.Id)
        {
            case DuckDBType.List:
                _parts[0].At(NativeMethods.Vectors.DuckDBListVectorGetChild(vector));
                break;
            case DuckDBType.Array:
                _parts[0].At(NativeMethods.Vectors.DuckDBArrayVectorGetChild(vector));
                break;
            case DuckDBType.Map:
                // A map is a list of structs of a key and a value.
                var entries = NativeMethods.Vectors.DuckDBListVectorGetChild(vector);
                _parts[0].At(NativeMethods.Vectors.DuckDBStructVectorGetChild(entries, 0));
                _parts[1].At(NativeMethods.Vectors.DuckDBStructVectorGetChild(entries, 1));
                break;
            case DuckDBType.Struct:
                for (var i = 0; i < _parts.Length; i++) _parts[i].At(NativeMethods.Vectors.DuckDBStructVectorGetChild(vector, i));
                break;
        }

        return this;
    }

    /// <summary>Whether a value is null.</summary>
    /// <param name="row">Its place in the vector.</param>
    public bool IsNull(long row) => _validity is not null && (_validity[row / 64] >> (int)(row % 64) & 1) == 0;

    /// <summary>A number, or another value without parts, as DuckDB keeps it.</summary>
    /// <param name="row">Its place in the vector.</param>
    /// <typeparam name="T">DuckDB's form of the type.</typeparam>
    public T At<T>(long row)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(_data + (row * sizeof(T)));

    /// <summary>The number of entries of a list, an array or a map.</summary>
    /// <param name="row">Its place in the vector.</param>
    public long Count(long row) => type.Id == DuckDBType.Array ? type.Size : (long)At<(ulong Offset, ulong Length)>(row).Length;

    /// <summary>The text of a value.</summary>
    /// <param name="row">Its place in the vector.</param>
    /// <returns>The text; null for null.</returns>
    /// <exception cref="QueryException">Athena's type does not hold the value.</exception>
    public string? Text(long row)
    {
        if (IsNull(row)) return null;
        var culture = CultureInfo.InvariantCulture;
        switch (type.Id)
        {
            case DuckDBType.Boolean:
                return At<bool>(row) ? "true" : "false";
            case DuckDBType.TinyInt:
                return At<sbyte>(row).ToString(culture);
            case DuckDBType.SmallInt:
                return At<short>(row).ToString(culture);
            case DuckDBType.Integer:
                return At<int>(row).ToString(culture);
            case DuckDBType.BigInt:
                return At<long>(row).ToString(culture);
            case DuckDBType.UnsignedTinyInt:
                return At<byte>(row).ToString(culture);
            case DuckDBType.UnsignedSmallInt:
                return At<ushort>(row).ToString(culture);
            case DuckDBType.UnsignedInteger:
                return At<uint>(row).ToString(culture);
            case DuckDBType.HugeInt:
                return Whole(At<Int128>(row)).ToString(culture);
            case DuckDBType.Float:
                return AthenaText.Of(At<float>(row));
            case DuckDBType.Double:
                return AthenaText.Of(At<double>(row));
            case DuckDBType.Decimal:
                return AthenaText.Of(Digits(row), type.Scale);
            case DuckDBType.Varchar:
                return Encoding.UTF8.GetString(Bytes(row));
            case DuckDBType.Enum:
                return type.Names[EnumPlace(row)];
            case DuckDBType.Uuid:
                // DuckDB keeps the first bit turned, so it sorts as a number.
                return AthenaText.Uuid(At<UInt128>(row) ^ (UInt128.One << 127));
            case DuckDBType.Blob:
                return AthenaText.Of(Bytes(row));
            case DuckDBType.Date:
                return AthenaText.Date(At<int>(row));
            case DuckDBType.Time:
                return AthenaText.Time(At<long>(row));
            case DuckDBType.Timestamp:
                return AthenaText.Timestamp(At<long>(row));
            case DuckDBType.TimestampTz:
                return AthenaText.Timestamp(At<long>(row)) + " UTC";
            case DuckDBType.List:
                var (offset, length) = At<(ulong Offset, ulong Length)>(row);
                return $"[{Joined(_parts[0], (long)offset, (long)length)}]";
            case DuckDBType.Array:
                return $"[{Joined(_parts[0], row * type.Size, type.Size)}]";
            case DuckDBType.Map:
                var (first, count) = At<(ulong Offset, ulong Length)>(row);
                return Map((long)first, (long)count);
            case DuckDBType.Struct:
                return "{" + string.Join(", ", _parts.Select((part, i) => $"{FieldName(i)}={part.Text(row) ?? "null"}")) + "}";
            default:
                throw new QueryException($"NOT_SUPPORTED: Athena has no type like DuckDB's {type.Id}. Cast it.");
        }
    }

    /// <summary>Whether the two entries of a list are equal, as Athena compares them.</summary>
    /// <param name="row">The place of the list in the vector.</param>
    /// <returns>Null if it depends on a null.</returns>
    public bool? AreEqual(long row)
    {
        var offset = (long)At<(ulong Offset, ulong Length)>(row).Offset;
        return _parts[0].AreEqual(offset, offset + 1);
    }

    private bool? AreEqual(long x, long y)
    {
        if (IsNull(x) || IsNull(y)) return null;
        switch (type.Id)
        {
            case DuckDBType.Float:
                return At<float>(x) == At<float>(y);
            case DuckDBType.Double:
                return At<double>(x) == At<double>(y);
            case DuckDBType.Struct:
                return All(_parts.Select(part => part.AreEqual(x, y)));
            case DuckDBType.List:
                var (first, second) = (At<(ulong Offset, ulong Length)>(x), At<(ulong Offset, ulong Length)>(y));
                return first.Length != second.Length ? false : All(Places(0, first.Length)
                    .Select(i => _parts[0].AreEqual((long)first.Offset + i, (long)second.Offset + i)));
            case DuckDBType.Map:
                var (one, other) = (At<(ulong Offset, ulong Length)>(x), At<(ulong Offset, ulong Length)>(y));
                if (one.Length != other.Length) return false;
                var keys = Places(other.Offset, other.Length).ToDictionary(i => _parts[0].Text(i)!);
                return All(Places(one.Offset, one.Length)
                    .Select(i => keys.TryGetValue(_parts[0].Text(i)!, out var place) ? _parts[1].AreEqual(i, place) : false));
            default:
                return Text(x) == Text(y);
        }
    }

    // A part that differs decides, also beside one that is unknown.
    private static bool? All(IEnumerable<bool?> areEqual)
    {
        bool? all = true;
        foreach (var each in areEqual)
        {
            if (each == false) return false;
            if (each is null) all = null;
        }

        return all;
    }

    private static IEnumerable<long> Places(ulong first, ulong count)
    {
        for (var i = 0UL; i < count; i++) yield return (long)(first + i);
    }

    /// <summary>The digits of a decimal or a whole number.</summary>
    /// <param name="row">Its place in the vector.</param>
    public BigInteger Digits(long row) => type.Storage switch
    {
        DuckDBType.TinyInt => At<sbyte>(row),
        DuckDBType.UnsignedTinyInt => At<byte>(row),
        DuckDBType.UnsignedSmallInt => At<ushort>(row),
        DuckDBType.UnsignedInteger => At<uint>(row),
        DuckDBType.UnsignedBigInt => At<ulong>(row),
        DuckDBType.SmallInt => At<short>(row),
        DuckDBType.Integer => At<int>(row),
        DuckDBType.BigInt => At<long>(row),
        _ => At<Int128>(row),
    };

    private string FieldName(int place) => type.Names[place] is { Length: > 0 } name ? name : FormattableString.Invariant($"field{place}");

    private static long Whole(Int128 number) => number >= long.MinValue && number <= long.MaxValue
        ? (long)number
        : throw new QueryException($"NUMERIC_VALUE_OUT_OF_RANGE: {number} exceeds the range of bigint. Cast the values before the sum.");

    private static string Joined(VectorReader reader, long offset, long length)
    {
        var text = new StringBuilder();
        for (var i = 0L; i < length; i++) text.Append(i == 0 ? "" : ", ").Append(reader.Text(offset + i) ?? "null");
        return text.ToString();
    }

    private string Map(long offset, long length)
    {
        var text = new StringBuilder("{");
        for (var i = offset; i < offset + length; i++)
            text.Append(i == offset ? "" : ", ").Append(_parts[0].Text(i)).Append('=').Append(_parts[1].Text(i) ?? "null");
        return text.Append('}').ToString();
    }

    private int EnumPlace(long row) => type.Storage switch
    {
        DuckDBType.UnsignedTinyInt => At<byte>(row),
        DuckDBType.UnsignedSmallInt => At<ushort>(row),
        _ => (int)At<uint>(row),
    };

    // A length, and twelve bytes that are the text or lead to it.
    private ReadOnlySpan<byte> Bytes(long row)
    {
        const int mostInlined = 12;
        var at = _data + (row * 16);
        var length = *(int*)at;
        return new ReadOnlySpan<byte>(length <= mostInlined ? at + 4 : *(byte**)(at + 8), length);
    }
}
