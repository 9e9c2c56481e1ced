using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LakeTools.Checksums;

namespace LakeTools.Core.Objects;

/// <summary>
/// The CRC-32 of S3 (IEEE 802.3), with processor instructions, and its combination for two pieces. System.IO.Hashing has
/// no fast code for the runtimes of the module, and no combination.
/// </summary>
internal sealed class Crc32
{
    private const uint Polynomial = 0xEDB88320; // x^32 left out, the highest power in the lowest bit
    private const uint One = 0x80000000;
    private const uint XToThe8 = One >> 8;
    private const int TableSize = 256;
    private const int Step = 16;

    private static readonly uint[] s_tables = MakeTables(); // one for each byte of a step, one after the other

    private uint _state = uint.MaxValue;

    /// <summary>The CRC-32 of what was appended.</summary>
    public uint Value => ~_state;

    /// <summary>Takes bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        Span<byte> folded = stackalloc byte[Crc32Fold.Length];
        var taken = Crc32Fold.Fold(bytes, _state, folded);
        _state = taken == 0 ? Append(bytes, _state) : Append(bytes[taken..], Append(folded, 0));
    }

    /// <summary>The CRC-32 of bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>In the form of S3's headers: Base64, most significant byte first.</returns>
    public static string Base64Of(ReadOnlySpan<byte> bytes)
    {
        var hash = new Crc32();
        hash.Append(bytes);
        return hash.ToBase64();
    }

    /// <summary>The CRC-32 of what was appended.</summary>
    /// <returns>In the form of S3's headers: Base64, most significant byte first.</returns>
    public string ToBase64() => Base64(Value);

    /// <summary>Writes a CRC-32.</summary>
    /// <param name="value">The value.</param>
    /// <returns>In the form of S3's headers: Base64, most significant byte first.</returns>
    public static string Base64(uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>
    /// The CRC-32 of a first piece with a second one after it. A byte of zero after a piece multiplies its remainder by x^8; so
    /// many of them as the second piece has bytes are taken by squaring, as polynomials over one bit modulo CRC-32's own.
    /// </summary>
    /// <param name="first">The first piece's.</param>
    /// <param name="second">The second piece's.</param>
    /// <param name="length">The length of the second piece, in bytes.</param>
    /// <returns>The checksum of both pieces.</returns>
    public static uint Combine(uint first, uint second, long length)
    {
        var power = XToThe8;
        for (var left = length; left > 0; left >>= 1)
        {
            if ((left & 1) != 0) first = Multiply(first, power);
            power = Multiply(power, power);
        }

        return first ^ second;
    }

    /// <summary>The CRC-32 of pieces, one after the other.</summary>
    /// <param name="pieces">The CRC-32 of each, in the form of S3's headers, and its length in bytes.</param>
    /// <returns>In the form of S3's headers. Null if one is unknown.</returns>
    public static string? OfPieces(IEnumerable<(string? Crc, long Length)> pieces)
    {
        var whole = 0u;
        foreach (var (crc, length) in pieces)
        {
            if (string.IsNullOrEmpty(crc)) return null;
            whole = Combine(whole, BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(crc)), length);
        }

        return Base64(whole);
    }

    private static uint Append(ReadOnlySpan<byte> bytes, uint state)
    {
        ref var tables = ref MemoryMarshal.GetArrayDataReference(s_tables);
        while (bytes.Length >= Step)
        {
            var low = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ state;
            var high = BinaryPrimitives.ReadUInt64LittleEndian(bytes[sizeof(ulong)..]);
            state = Eight(ref tables, 15, low) ^ Eight(ref tables, 7, high);
            bytes = bytes[Step..];
        }

        foreach (var b in bytes) state = At(ref tables, 0, state ^ b) ^ (state >> 8);
        return state;
    }

    private static uint Eight(ref uint tables, int table, ulong bytes) =>
        At(ref tables, table, bytes) ^ At(ref tables, table - 1, bytes >> 8) ^ At(ref tables, table - 2, bytes >> 16) ^ At(ref tables,
            table - 3, bytes >> 24)
        ^ At(ref tables, table - 4, bytes >> 32) ^ At(ref tables, table - 5, bytes >> 40) ^ At(ref tables, table - 6,
            bytes >> 48) ^ At(ref tables, table - 7, bytes >> 56);

    private static uint At(ref uint tables, int table, ulong bytes) => Unsafe.Add(ref tables, (table * TableSize) + (byte)bytes);

    private static uint[] MakeTables()
    {
        var tables = new uint[Step * TableSize];
        for (var i = 0u; i < TableSize; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
            tables[i] = value;
        }

        for (var i = TableSize; i < tables.Length; i++) tables[i] = tables[(byte)tables[i - TableSize]] ^ (tables[i - TableSize] >> 8);
        return tables;
    }

    private static uint Multiply(uint a, uint b)
    {
        var product = 0u;
        for (var bit = One; bit != 0; bit >>= 1)
        {
            if ((a & bit) != 0) product ^= b;
            b = (b & 1) == 0 ? b >> 1 : (b >> 1) ^ Polynomial;
        }

        return product;
    }
}
