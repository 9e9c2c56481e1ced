namespace LakeTools.Core.Data.Parquet;

/// <summary>Numbers of a few bits each. Source: Apache Parquet, Encodings.md.</summary>
internal static class ParquetBits
{
    /// <summary>The number of bits that numbers up to a largest one need.</summary>
    /// <param name="largest">The largest number.</param>
    public static int Width(int largest) => 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)largest);

    /// <summary>Reads numbers of RLE: runs of one number, and groups of eight packed ones.</summary>
    /// <param name="bytes">The bytes that contain them.</param>
    /// <param name="width">The number of bits of each number.</param>
    /// <param name="values">Takes the numbers, all of which must be there.</param>
    /// <exception cref="InvalidDataException">The bytes are not valid numbers.</exception>
    public static void ReadRuns(ReadOnlySpan<byte> bytes, int width, Span<int> values)
    {
        if (width is < 0 or > 32) throw new InvalidDataException("a number has more bits than it can have");
        var position = 0;
        while (values.Length > 0)
        {
            var head = ThriftStruct.Varint(bytes, ref position);
            if (head == 0) throw new InvalidDataException("a run of values is empty");
            var count = (int)Math.Min(head >> 1, (ulong)values.Length);
            if ((head & 1) == 0)
            {
                var value = 0;
                for (var i = 0; i < (width + 7) / 8; i++) value |= bytes[position++] << (8 * i);
                values[..count].Fill(value);
            }
            else
            {
                count = (int)Math.Min((head >> 1) * 8, (ulong)values.Length);
                ReadPacked(bytes[position..], width, values[..count]);
                position = (int)Math.Min(bytes.Length, position + ((long)(head >> 1) * width));
            }

            values = values[count..];
        }
    }

    /// <summary>True if numbers of RLE are one run of a value.</summary>
    /// <param name="bytes">The bytes that contain them.</param>
    /// <param name="width">The number of bits of each number, at most 8.</param>
    /// <param name="value">The value.</param>
    /// <param name="count">The number of values.</param>
    /// <returns>False if they are something else, or not valid.</returns>
    public static bool IsRun(ReadOnlySpan<byte> bytes, int width, int value, int count)
    {
        if (width is 0 or > 8 || bytes.Length < 2) return false;
        var position = 0;
        var head = ThriftStruct.Varint(bytes, ref position);
        return (head & 1) == 0 && head >> 1 >= (ulong)count && position < bytes.Length && bytes[position] == value;
    }

    /// <summary>Reads levels of the old encoding BIT_PACKED, whose highest bit comes first.</summary>
    /// <param name="bytes">The bytes that contain them.</param>
    /// <param name="width">The number of bits of each level.</param>
    /// <param name="values">Takes the levels.</param>
    public static void ReadOldPacked(ReadOnlySpan<byte> bytes, int width, Span<int> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var value = 0;
            for (var bit = i * width; bit < (i + 1) * width; bit++) value = (value << 1) | ((bytes[bit >> 3] >> (7 - (bit & 7))) & 1);
            values[i] = value;
        }
    }

    /// <summary>Reads numbers that are packed one behind the other, the lowest bit first.</summary>
    /// <param name="bytes">The bytes that contain them.</param>
    /// <param name="width">The number of bits of each number.</param>
    /// <param name="values">Takes the numbers.</param>
    public static void ReadPacked(ReadOnlySpan<byte> bytes, int width, Span<int> values)
    {
        var (buffer, held, position) = (0UL, 0, 0);
        var mask = (1UL << width) - 1;
        for (var i = 0; i < values.Length; i++)
        {
            for (; held < width; held += 8) buffer |= (ulong)bytes[position++] << held;
            values[i] = (int)(buffer & mask);
            buffer >>= width;
            held -= width;
        }
    }

    /// <summary>A number of up to 64 bits that is packed among others, the lowest bit first.</summary>
    /// <param name="bytes">The bytes that contain it.</param>
    /// <param name="bit">Its first bit.</param>
    /// <param name="width">The number of bits of the number.</param>
    public static ulong Packed(ReadOnlySpan<byte> bytes, long bit, int width)
    {
        var value = 0UL;
        for (var read = 0; read < width;)
        {
            var part = bytes[(int)(bit >> 3)] >> (int)(bit & 7);
            var count = Math.Min(8 - (int)(bit & 7), width - read);
            value |= ((ulong)part & ((1UL << count) - 1)) << read;
            read += count;
            bit += count;
        }

        return value;
    }
}
