using System.Security.Cryptography;
using System.Text;

namespace LakeTools.Local.Wire.Signing;

/// <summary>The body's value in a signature: its SHA-256, or one of the words that S3 accepts instead.</summary>
internal static class PayloadHash
{
    public const string Header = "X-Amz-Content-Sha256";
    public const string Unsigned = "UNSIGNED-PAYLOAD";
    public const string SignedChunks = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    public const string SignedChunksWithTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    public const string UnsignedChunksWithTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    /// <summary>The hash of no bytes.</summary>
    public const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();

    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static bool IsHash(string value) => value.Length == 64 && value.All(char.IsAsciiHexDigitLower);
}
