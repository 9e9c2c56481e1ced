using System.Security.Cryptography;

namespace LakeTools.Local.S3.Bodies;

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

/// <summary>A cyclic redundancy check of 32 or 64 bits, in its reflected form, eight bytes at a time.</summary>
internal sealed class CrcChecksum : Checksum
{
    private readonly ulong[][] _tables;
    private readonly int _width;
    private readonly ulong _ones;
    private ulong _state;

    private CrcChecksum(ulong[][] tables, int width)
    {
        _tables = tables;
        _width = width;
        _ones = width == 64 ? ulong.MaxValue : (1UL << width) - 1;
        _state = _ones;
    }

    /// <summary>The tables of a polynomial, given with its bits reversed. Made once for each.</summary>
    public static Func<Checksum> Of(ulong reversedPolynomial, int width)
    {
        var tables = new Lazy<ulong[][]>(() => MakeTables(reversedPolynomial));
        return () => new CrcChecksum(tables.Value, width);
    }

    public override void Append(ReadOnlySpan<byte> bytes)
    {
        var state = _state;
        while (bytes.Length >= 8)
        {
            state ^= System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            state = _tables[7][state & 0xFF] ^ _tables[6][(state >> 8) & 0xFF] ^ _tables[5][(state >> 16) & 0xFF] ^ _tables[4][(state >> 24) & 0xFF]
                ^ _tables[3][(state >> 32) & 0xFF] ^ _tables[2][(state >> 40) & 0xFF] ^ _tables[1][(state >> 48) & 0xFF] ^ _tables[0][state >> 56];
            bytes = bytes[8..];
        }

        foreach (var b in bytes) state = _tables[0][(state ^ b) & 0xFF] ^ (state >> 8);
        _state = state;
    }

    public override byte[] Finish()
    {
        var value = _state ^ _ones;
        var bytes = new byte[_width / 8];
        for (var i = bytes.Length - 1; i >= 0; i--, value >>= 8) bytes[i] = (byte)value;
        return bytes;
    }

    private static ulong[][] MakeTables(ulong polynomial)
    {
        var tables = new ulong[8][];
        for (var t = 0; t < 8; t++) tables[t] = new ulong[256];
        for (var i = 0; i < 256; i++)
        {
            var value = (ulong)i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ polynomial;
            tables[0][i] = value;
        }

        for (var t = 1; t < 8; t++)
            for (var i = 0; i < 256; i++) tables[t][i] = tables[0][tables[t - 1][i] & 0xFF] ^ (tables[t - 1][i] >> 8);
        return tables;
    }
}
