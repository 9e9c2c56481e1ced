using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LakeTools.Local.S3.Wire;

/// <summary>
/// The ids of versions: 32 characters, as S3's are. An id holds the version's rank among those of its key, so a list continues after
/// a version that was deleted between two pages, and a sum of its bytes: S3 tells an id that it never gave from one of a version that is
/// gone (recorded).
/// </summary>
internal static class VersionId
{
    /// <summary>The version of an object that was put while its bucket kept no versions.</summary>
    public const string Null = "null";

    private const int Bytes = 24;
    private const int Length = 32;
    private const int SumBytes = 4;

    /// <summary>A new id.</summary>
    /// <param name="rank">The version's rank: the newest version of a key has the smallest.</param>
    public static string New(long rank)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, rank);
        WriteSum(bytes);
        return Convert.ToBase64String(bytes).Replace('+', '.').Replace('/', '_');
    }

    /// <summary>Whether a text is an id that may have been given. Ids of earlier versions of LakeTools have no sum.</summary>
    public static bool IsWellFormed(string version)
    {
        if (version == Null) return true;
        Span<byte> bytes = stackalloc byte[Bytes], same = stackalloc byte[Bytes];
        if (!TryRead(version, bytes)) return false;
        bytes.CopyTo(same);
        WriteSum(same);
        return bytes.SequenceEqual(same);
    }

    /// <summary>The rank that an id holds; null if it has not the form of one.</summary>
    public static long? RankOf(string version)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return TryRead(version, bytes) ? BinaryPrimitives.ReadInt64BigEndian(bytes) : null;
    }

    private static bool TryRead(string version, Span<byte> bytes) =>
        version.Length == Length
        && Convert.TryFromBase64String(version.Replace('.', '+').Replace('_', '/'), bytes, out var count)
        && count == Bytes;

    /// <summary>Its last four bytes are those of a hash of the others.</summary>
    private static void WriteSum(Span<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..^SumBytes], hash);
        hash[..SumBytes].CopyTo(bytes[^SumBytes..]);
    }
}
