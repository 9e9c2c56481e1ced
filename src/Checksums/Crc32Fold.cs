using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LakeTools.Checksums;

/// <summary>
/// Shortens what a CRC-32 (IEEE 802.3) is taken of, by the processor's multiplication without carries: sixteen bytes take the
/// place of any number of them, with the same remainder. Source: Gopal and others, Fast CRC Computation for Generic Polynomials
/// Using PCLMULQDQ, Intel 2009, whose constants for this polynomial are used. Compiled into each assembly that needs it.
/// </summary>
internal static class Crc32Fold
{
    /// <summary>The number of bytes that replace all input bytes.</summary>
    public const int Length = 16;

    private const int Step = 4 * Length;

    /// <summary>Shortens bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="state">The CRC's state before them, not inverted.</param>
    /// <param name="folded">Takes sixteen bytes; the CRC continues with them from a state of zero.</param>
    /// <returns>The number of folded bytes: a multiple of sixteen; 0 if nothing was folded, so the CRC continues from the state.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else it begins unoptimized: no assembly has it compiled ahead
    public static int Fold(ReadOnlySpan<byte> bytes, uint state, Span<byte> folded)
    {
        if (!Pclmulqdq.IsSupported || bytes.Length < Step) return 0;
        ref var start = ref MemoryMarshal.GetReference(bytes);
        var bySteps = Vector128.Create(0x1_5444_2BD4UL, 0x1_C6E4_1596UL);
        var (a, b, c, d) = (At(ref start, 0) ^ Vector128.CreateScalar((ulong)state), At(ref start, 16), At(ref start, 32),
            At(ref start, 48));
        var taken = Step;
        for (; bytes.Length - taken >= Step; taken += Step)
        {
            a = Past(a, bySteps) ^ At(ref start, taken);
            b = Past(b, bySteps) ^ At(ref start, taken + 16);
            c = Past(c, bySteps) ^ At(ref start, taken + 32);
            d = Past(d, bySteps) ^ At(ref start, taken + 48);
        }

        var byOne = Vector128.Create(0x1_7519_97D0UL, 0xCCAA_009EUL);
        a = Past(Past(Past(a, byOne) ^ b, byOne) ^ c, byOne) ^ d;
        for (; bytes.Length - taken >= Length; taken += Length) a = Past(a, byOne) ^ At(ref start, taken);
        a.AsByte().CopyTo(folded);
        return taken;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> At(ref byte start, int offset) =>
        Unsafe.ReadUnaligned<Vector128<ulong>>(ref Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Past(Vector128<ulong> value, Vector128<ulong> distance) =>
        Pclmulqdq.CarrylessMultiply(value, distance, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, distance, 0x11);
}
