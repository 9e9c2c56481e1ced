using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace LakeTools.Core.Data.Parquet;

/// <summary>Values as they are in a page, by their physical type and encoding. The numbers of the encodings are parquet.thrift's.</summary>
internal static class ParquetPlain
{
    private const int Plain = 0;
    private const int Rle = 3;
    private const int DeltaNumbers = 5;
    private const int DeltaLengths = 6;
    private const int DeltaBytes = 7;
    private const int Split = 9;

    /// <summary>Reads bits.</summary>
    /// <param name="encoding">The encoding.</param>
    /// <param name="bytes">The values.</param>
    /// <param name="count">The required number of values.</param>
    public static ParquetValues<bool> Booleans(long encoding, ReadOnlyMemory<byte> bytes, int count)
    {
        var span = bytes.Span;
        var numbers = new int[count];
        if (encoding == Rle) ParquetBits.ReadRuns(span.Slice(4, BinaryPrimitives.ReadInt32LittleEndian(span)), 1, numbers);
        else if (encoding == Plain) ParquetBits.ReadPacked(span, 1, numbers);
        else throw NotKnown(encoding, "booleans");
        return new(Array.ConvertAll(numbers, number => number != 0));
    }

    /// <summary>Reads numbers of 32 bits.</summary>
    /// <inheritdoc cref="Booleans"/>
    public static ParquetValues<int> Ints(long encoding, ReadOnlyMemory<byte> bytes, int count) => encoding == DeltaNumbers
        ? new(Array.ConvertAll(Deltas(bytes, count), number => unchecked((int)number))) : Fixed<int>(encoding, bytes, count);

    /// <summary>Reads numbers of 64 bits.</summary>
    /// <inheritdoc cref="Booleans"/>
    public static ParquetValues<long> Longs(long encoding, ReadOnlyMemory<byte> bytes, int count) =>
        encoding == DeltaNumbers ? new(Deltas(bytes, count)) : Fixed<long>(encoding, bytes, count);

    /// <summary>Reads values of a fixed size that are in memory as in the file.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <inheritdoc cref="Booleans"/>
    public static ParquetValues<T> Fixed<T>(long encoding, ReadOnlyMemory<byte> bytes, int count)
        where T : unmanaged
    {
        var size = Unsafe.SizeOf<T>();
        if (encoding == Split) bytes = Joined(bytes.Span, count, size);
        else if (encoding != Plain) throw NotKnown(encoding, "numbers");
        return new(bytes[..checked(count * size)]);
    }

    /// <summary>Reads bytes.</summary>
    /// <param name="encoding">The encoding.</param>
    /// <param name="bytes">The values.</param>
    /// <param name="count">The required number of values.</param>
    /// <param name="length">The length of each value; 0 if each value has its own length.</param>
    public static ParquetValues<ReadOnlyMemory<byte>> Bytes(long encoding, ReadOnlyMemory<byte> bytes, int count, int length)
    {
        var position = 0;
        switch (encoding)
        {
            case Plain:
                return new(length > 0 ? Parts(bytes, count, length) : Said(bytes, count));
            case Split when length > 0:
                return new(Parts(Joined(bytes.Span, count, length), count, length));
            case DeltaLengths:
                return new(ParquetDelta.ReadBytes(bytes, ref position, count));
            case DeltaBytes:
                return new(ParquetDelta.ReadFollowing(bytes, count));
            default:
                throw NotKnown(encoding, "bytes");
        }
    }

    private static long[] Deltas(ReadOnlyMemory<byte> bytes, int count)
    {
        var position = 0;
        return ParquetDelta.ReadNumbers(bytes.Span, ref position, count);
    }

    private static ReadOnlyMemory<byte>[] Said(ReadOnlyMemory<byte> bytes, int count)
    {
        var values = new ReadOnlyMemory<byte>[count];
        var position = 0;
        for (var i = 0; i < count; i++)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[position..]);
            values[i] = bytes.Slice(position + 4, length);
            position += 4 + length;
        }

        return values;
    }

    private static ReadOnlyMemory<byte>[] Parts(ReadOnlyMemory<byte> bytes, int count, int length)
    {
        var values = new ReadOnlyMemory<byte>[count];
        for (var i = 0; i < count; i++) values[i] = bytes.Slice(i * length, length);
        return values;
    }

    // BYTE_STREAM_SPLIT has the first bytes of all values, then the second ones, and so on.
    private static byte[] Joined(ReadOnlySpan<byte> bytes, int count, int size)
    {
        var joined = new byte[checked(count * size)];
        for (var part = 0; part < size; part++)
            for (var i = 0; i < count; i++) joined[(i * size) + part] = bytes[(part * count) + i];
        return joined;
    }

    private static InvalidDataException NotKnown(long encoding, string what) =>
        new($"it has {what} in an unknown encoding ({encoding})");
}
