namespace LakeTools.Core.Objects;

/// <summary>
/// The CRC-32 of two pieces after each other, of theirs alone. A byte of zero after a piece multiplies its remainder by
/// x^8; so many of them as the second piece has bytes are taken by squaring, as polynomials over one bit modulo CRC-32's own.
/// </summary>
internal static class Crc32Combination
{
    private const uint Polynomial = 0xEDB88320; // x^32 left out, the highest power in the lowest bit
    private const uint One = 0x80000000;
    private const uint XToThe8 = One >> 8;

    /// <summary>The CRC-32 of a first piece with a second one after it.</summary>
    /// <param name="first">The first piece's.</param>
    /// <param name="second">The second piece's.</param>
    /// <param name="length">How many bytes the second piece has.</param>
    /// <returns>That of both.</returns>
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
