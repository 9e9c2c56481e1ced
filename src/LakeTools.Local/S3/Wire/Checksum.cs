using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LakeTools.Checksums;

namespace LakeTools.Local.S3.Wire;

/// <summary>A checksum that grows with the bytes that it is given.</summary>
internal abstract class Checksum : IDisposable
{
    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>The checksum's bytes, most significant first.</summary>
    public abstract byte[] Finish();

    public virtual void Dispose()
    {
    }
}

/// <summary>A cryptographic hash as a checksum.</summary>
internal sealed class HashChecksum(HashAlgorithmName name) : Checksum
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(name);

    public override void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    public override byte[] Finish() => _hash.GetHashAndReset();

    public override void Dispose() => _hash.Dispose();
}

/// <summary>A CRC-32, shortened by the processor before <see cref="CrcChecksum"/> takes it.</summary>
internal sealed class Crc32Checksum(CrcChecksum rest) : Checksum
{
    public override void Append(ReadOnlySpan<byte> bytes)
    {
        Span<byte> folded = stackalloc byte[Crc32Fold.Length];
        var taken = Crc32Fold.Fold(bytes, (uint)rest.State, folded);
        if (taken > 0)
        {
            rest.State = 0;
            rest.Append(folded);
        }

        rest.Append(bytes[taken..]);
    }

    public override byte[] Finish() => rest.Finish();
}

/// <summary>A cyclic redundancy check of 32 or 64 bits, in its reflected form, eight bytes at a time.</summary>
internal sealed class CrcChecksum : Checksum
{
    private const int TableSize = 256;

    private readonly ulong[] _tables; // eight, one after the other, so that a step is eight look-ups and nothing else
    private readonly int _width;
    private readonly ulong _ones;

    private CrcChecksum(ulong[] tables, int width)
    {
        _tables = tables;
        _width = width;
        _ones = width == 64 ? ulong.MaxValue : (1UL << width) - 1;
        State = _ones;
    }

    /// <summary>The remainder so far, not inverted.</summary>
    public ulong State { get; set; }

    /// <summary>The tables of a polynomial, given with its bits reversed. Made once for each.</summary>
    public static Func<CrcChecksum> Of(ulong reversedPolynomial, int width)
    {
        var tables = new Lazy<ulong[]>(() => MakeTables(reversedPolynomial));
        return () => new CrcChecksum(tables.Value, width);
    }

    public override void Append(ReadOnlySpan<byte> bytes)
    {
        var state = State;
        ref var tables = ref MemoryMarshal.GetArrayDataReference(_tables);
        while (bytes.Length >= sizeof(ulong))
        {
            state ^= BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            state = At(ref tables, 7, state) ^ At(ref tables, 6, state >> 8) ^ At(ref tables, 5, state >> 16) ^ At(ref tables, 4,
                state >> 24)
                ^ At(ref tables, 3, state >> 32) ^ At(ref tables, 2, state >> 40) ^ At(ref tables, 1, state >> 48) ^ At(ref tables, 0,
                    state >> 56);
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var b in bytes) state = At(ref tables, 0, state ^ b) ^ (state >> 8);
        State = state;
    }

    public override byte[] Finish()
    {
        var value = State ^ _ones;
        var bytes = new byte[_width / 8];
        for (var i = bytes.Length - 1; i >= 0; i--, value >>= 8) bytes[i] = (byte)value;
        return bytes;
    }

    private static ulong At(ref ulong tables, int table, ulong state) => Unsafe.Add(ref tables, (table * TableSize) + (byte)state);

    private static ulong[] MakeTables(ulong polynomial)
    {
        var tables = new ulong[8 * TableSize];
        for (var i = 0; i < TableSize; i++)
        {
            var value = (ulong)i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ polynomial;
            tables[i] = value;
        }

        for (var i = TableSize; i < tables.Length; i++) tables[i] = tables[(byte)tables[i - TableSize]] ^ (tables[i - TableSize] >> 8);
        return tables;
    }
}
