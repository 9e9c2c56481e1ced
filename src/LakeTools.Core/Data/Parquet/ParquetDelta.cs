namespace LakeTools.Core.Data.Parquet;

/// <summary>
/// The delta encodings: numbers by their differences, and bytes by their lengths and by what they have in common with those before.
/// Source: Apache Parquet, Encodings.md.
/// </summary>
internal static class ParquetDelta
{
    private const int LargestBlock = 1 << 24;

    /// <summary>Reads numbers of DELTA_BINARY_PACKED. Numbers of 32 bits wrap around at 32 bits.</summary>
    /// <param name="bytes">The bytes that contain them.</param>
    /// <param name="position">The start of the numbers; afterwards their end.</param>
    /// <param name="count">The required number of values.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="InvalidDataException">The bytes are not valid numbers.</exception>
    public static long[] ReadNumbers(ReadOnlySpan<byte> bytes, ref int position, int count)
    {
        var block = ThriftStruct.Varint(bytes, ref position);
        var parts = ThriftStruct.Varint(bytes, ref position);
        var total = ThriftStruct.Varint(bytes, ref position);
        var value = ThriftStruct.Zigzag(bytes, ref position);
        if (block is 0 or > LargestBlock || parts == 0 || parts > block || block % parts != 0 || total < (ulong)count)
            throw new InvalidDataException("a block of deltas has a wrong head");
        var values = new long[count];
        var read = 0;
        if (count > 0) values[read++] = value;
        var each = (int)(block / parts);
        for (var left = (long)total - 1; left > 0;)
        {
            var least = ThriftStruct.Zigzag(bytes, ref position);
            var widths = bytes.Slice(position, (int)parts);
            position += (int)parts;
            for (var part = 0; part < (int)parts && left > 0; part++)
            {
                if (widths[part] > 64) throw new InvalidDataException("a delta has more than 64 bits");
                for (var i = 0; i < Math.Min(each, left) && read < count; i++)
                {
                    value += least + (long)ParquetBits.Packed(bytes[position..], (long)i * widths[part], widths[part]);
                    values[read++] = value;
                }

                left -= each;
                position = checked(position + (int)((long)each * widths[part] / 8));
            }
        }

        // The last part may be cut to what it holds.
        position = Math.Min(position, bytes.Length);
        return values;
    }

    /// <summary>Reads values of DELTA_LENGTH_BYTE_ARRAY: all lengths, and then all bytes.</summary>
    /// <param name="bytes">The bytes that contain them.</param>
    /// <param name="position">The start of the values; afterwards their end.</param>
    /// <param name="count">The required number of values.</param>
    public static ReadOnlyMemory<byte>[] ReadBytes(ReadOnlyMemory<byte> bytes, ref int position, int count)
    {
        var lengths = ReadNumbers(bytes.Span, ref position, count);
        var values = new ReadOnlyMemory<byte>[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = bytes.Slice(position, checked((int)lengths[i]));
            position += values[i].Length;
        }

        return values;
    }

    /// <summary>Reads values of DELTA_BYTE_ARRAY: how much each has in common with the one before, and what follows.</summary>
    /// <param name="bytes">The bytes that contain them.</param>
    /// <param name="count">The required number of values.</param>
    public static ReadOnlyMemory<byte>[] ReadFollowing(ReadOnlyMemory<byte> bytes, int count)
    {
        var position = 0;
        var common = ReadNumbers(bytes.Span, ref position, count);
        var values = ReadBytes(bytes, ref position, count);
        for (var i = 1; i < count; i++)
        {
            if (common[i] == 0) continue;
            var value = new byte[checked((int)common[i] + values[i].Length)];
            values[i - 1].Span[..(int)common[i]].CopyTo(value);
            values[i].Span.CopyTo(value.AsSpan((int)common[i]));
            values[i] = value;
        }

        return values;
    }
}
