using System.Buffers.Binary;
using System.Text;

namespace LakeTools.Core.Data.Parquet;

/// <summary>
/// A struct of Parquet's metadata: what was read, by the numbers of its fields. Unknown fields are read as well, so newer files are
/// understood as far as they can be. Source: Apache Thrift, compact protocol; parquet.thrift of Apache Parquet has the numbers.
/// </summary>
internal sealed class ThriftStruct
{
    private const int DeepestNesting = 32;

    private readonly Dictionary<int, object> _fields = [];

    /// <summary>Reads a struct.</summary>
    /// <param name="bytes">The bytes that contain it.</param>
    /// <param name="position">The start of the struct; afterwards its end.</param>
    /// <returns>The struct.</returns>
    /// <exception cref="InvalidDataException">The bytes are no struct.</exception>
    public static ThriftStruct Read(ReadOnlySpan<byte> bytes, ref int position) => Read(bytes, ref position, 0);

    /// <summary>True if a field is there.</summary>
    /// <param name="id">The field's number.</param>
    public bool Has(int id) => _fields.ContainsKey(id);

    /// <summary>A whole number.</summary>
    /// <param name="id">The field's number.</param>
    /// <returns>The number; null if the field is not there.</returns>
    public long? Number(int id) => _fields.GetValueOrDefault(id) as long?;

    /// <summary>A whole number that must be there, and be a size or a count.</summary>
    /// <param name="id">The field's number.</param>
    /// <returns>The number, 0 or more.</returns>
    /// <exception cref="InvalidDataException">It is not there, or is less than 0.</exception>
    public int Count(int id) => Number(id) is { } number and >= 0 and <= int.MaxValue
        ? (int)number : throw new InvalidDataException("a size in the file's metadata is missing or wrong");

    /// <summary>A truth.</summary>
    /// <param name="id">The field's number.</param>
    /// <param name="otherwise">The value of an absent field.</param>
    public bool Truth(int id, bool otherwise) => _fields.GetValueOrDefault(id) as bool? ?? otherwise;

    /// <summary>A text.</summary>
    /// <param name="id">The field's number.</param>
    /// <returns>The text; empty if the field is not there.</returns>
    public string Text(int id) => _fields.GetValueOrDefault(id) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : "";

    /// <summary>A struct.</summary>
    /// <param name="id">The field's number.</param>
    /// <returns>The struct; null if the field is not there.</returns>
    public ThriftStruct? Struct(int id) => _fields.GetValueOrDefault(id) as ThriftStruct;

    /// <summary>The structs of a list.</summary>
    /// <param name="id">The field's number.</param>
    /// <returns>The structs; none if the field is not there.</returns>
    public IReadOnlyList<ThriftStruct> Structs(int id) =>
        _fields.GetValueOrDefault(id) is object[] items ? items.OfType<ThriftStruct>().ToArray() : [];

    /// <summary>The texts of a list.</summary>
    /// <param name="id">The field's number.</param>
    /// <returns>The texts; none if the field is not there.</returns>
    public IReadOnlyList<string> Texts(int id) => _fields.GetValueOrDefault(id) is object[] items
        ? items.OfType<byte[]>().Select(Encoding.UTF8.GetString).ToArray() : [];

    /// <summary>Reads a number in seven bits a byte, the lowest first.</summary>
    /// <param name="bytes">The bytes that contain it.</param>
    /// <param name="position">The start of the number; afterwards its end.</param>
    public static ulong Varint(ReadOnlySpan<byte> bytes, ref int position)
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = bytes[position++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }

        throw new InvalidDataException("a number is too long");
    }

    /// <summary>Reads a number whose lowest bit is its sign.</summary>
    /// <param name="bytes">The bytes that contain it.</param>
    /// <param name="position">The start of the number; afterwards its end.</param>
    public static long Zigzag(ReadOnlySpan<byte> bytes, ref int position)
    {
        var value = Varint(bytes, ref position);
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private static ThriftStruct Read(ReadOnlySpan<byte> bytes, ref int position, int depth)
    {
        if (depth > DeepestNesting) throw new InvalidDataException("the metadata is nested too deep");
        var read = new ThriftStruct();
        var id = 0;
        while (bytes[position++] is var head and not 0)
        {
            id = head >> 4 == 0 ? (int)Zigzag(bytes, ref position) : id + (head >> 4);
            var type = head & 0xF;
            read._fields[id] = type is 1 or 2 ? type == 1 : Value(bytes, ref position, type, depth);
        }

        return read;
    }

    private static object Value(ReadOnlySpan<byte> bytes, ref int position, int type, int depth)
    {
        switch (type)
        {
            case 1 or 2: // in a list, a truth is a byte
                return bytes[position++] == 1;
            case 3:
                return (long)(sbyte)bytes[position++];
            case 4 or 5 or 6:
                return Zigzag(bytes, ref position);
            case 7:
                position += 8;
                return BinaryPrimitives.ReadDoubleLittleEndian(bytes[(position - 8)..]);
            case 8:
                var length = (int)Math.Min(Varint(bytes, ref position), int.MaxValue);
                position += length;
                return bytes.Slice(position - length, length).ToArray();
            case 9 or 10:
                return Items(bytes, ref position, depth);
            case 11:
                return Pairs(bytes, ref position, depth);
            case 12:
                return Read(bytes, ref position, depth + 1);
            case 13:
                position += 16;
                return bytes.Slice(position - 16, 16).ToArray();
            default:
                throw new InvalidDataException("the metadata has a value of an unknown type");
        }
    }

    private static object[] Items(ReadOnlySpan<byte> bytes, ref int position, int depth)
    {
        var head = bytes[position++];
        var count = head >> 4 == 15 ? Varint(bytes, ref position) : (ulong)(head >> 4);
        if (count > (ulong)(bytes.Length - position)) throw new InvalidDataException("a list in the metadata is longer than the file");
        var items = new object[count];
        for (var i = 0; i < items.Length; i++) items[i] = Value(bytes, ref position, head & 0xF, depth + 1);
        return items;
    }

    private static object[] Pairs(ReadOnlySpan<byte> bytes, ref int position, int depth)
    {
        var count = Varint(bytes, ref position);
        if (count == 0) return [];
        if (count > (ulong)(bytes.Length - position)) throw new InvalidDataException("a map in the metadata is longer than the file");
        var types = bytes[position++];
        var pairs = new object[count * 2];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = Value(bytes, ref position, i % 2 == 0 ? types >> 4 : types & 0xF, depth + 1);
        return pairs;
    }
}
