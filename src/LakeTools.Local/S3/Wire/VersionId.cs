using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LakeTools.Local.S3.Wire;

/// <summary>
/// The ids of versions: 32 characters, as S3's are. An id holds the version's rank among those of its key, so that a list goes on after
/// a version that was deleted between two pages.
/// </summary>
internal static class VersionId
{
    /// <summary>The version of an object that was put while its bucket kept no versions.</summary>
    public const string Null = "null";

    private const int Bytes = 24;
    private const int Length = 32;

    /// <summary>A new id.</summary>
    /// <param name="rank">The version's rank: the newest version of a key has the smallest.</param>
    public static string New(long rank)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, rank);
        return Convert.ToBase64String(bytes).Replace('+', '.').Replace('/', '_');
    }

    /// <summary>Whether a text has the form of an id that S3 gives.</summary>
    public static bool IsWellFormed(string version) => version == Null || RankOf(version) is not null;

    /// <summary>The rank that an id holds; null where it has not the form of one.</summary>
    public static long? RankOf(string version)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return version.Length == Length
            && Convert.TryFromBase64String(version.Replace('.', '+').Replace('_', '/'), bytes, out var count)
            && count == Bytes
            ? BinaryPrimitives.ReadInt64BigEndian(bytes)
            : null;
    }
}
