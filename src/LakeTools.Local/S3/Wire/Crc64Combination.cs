namespace LakeTools.Local.S3.Wire;

/// <summary>
/// Makes the CRC-64/NVME of two pieces of bytes together of the checksum of each: a polynomial's remainder times x to the power of eight
/// times the second one's length, plus the other. So no byte of an upload is read again when it is completed.
/// </summary>
internal static class Crc64Combination
{
    private const ulong Polynomial = 0x9A6C9329AC4BC9B5; // reversed: the coefficient of x^0 is the most significant bit
    private const ulong One = 1UL << 63;
    private const ulong X = 1UL << 62;

    /// <summary>The checksum of the first piece and the second after it.</summary>
    /// <param name="first">The first one's checksum.</param>
    /// <param name="second">The second one's checksum.</param>
    /// <param name="length">The second one's bytes.</param>
    public static ulong Combine(ulong first, ulong second, long length) => Multiply(first, Power(8 * (ulong)length)) ^ second;

    /// <summary>x to a power, modulo the polynomial.</summary>
    private static ulong Power(ulong exponent)
    {
        var (result, square) = (One, X);
        for (; exponent > 0; exponent >>= 1, square = Multiply(square, square))
            if ((exponent & 1) != 0) result = Multiply(result, square);
        return result;
    }

    private static ulong Multiply(ulong a, ulong b)
    {
        ulong product = 0;
        for (var bit = One; bit != 0; bit >>= 1)
        {
            if ((a & bit) != 0) product ^= b;
            b = (b & 1) == 0 ? b >> 1 : (b >> 1) ^ Polynomial;
        }

        return product;
    }
}
