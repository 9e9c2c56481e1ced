using System.Security.Cryptography;

namespace LakeTools.Local.S3.Wire;

/// <summary>A checksum that S3 knows.</summary>
/// <param name="Name">Such as <c>CRC32</c>: also the member of XML answers, after 'Checksum'.</param>
/// <param name="IsCrc">True if the checksum of a whole multipart object can be had; the others are checksums of checksums.</param>
/// <param name="Bytes">The length of the checksum, in bytes.</param>
/// <param name="Create">Begins one.</param>
internal sealed record ChecksumAlgorithm(string Name, bool IsCrc, int Bytes, Func<Checksum> Create)
{
    private const int MaxBytes = 64;

    private static readonly Func<CrcChecksum> s_crc32 = CrcChecksum.Of(0xEDB88320, 32);

    public static readonly IReadOnlyList<ChecksumAlgorithm> All =
    [
        new("CRC32", true, 4, () => new Crc32Checksum(s_crc32())),
        new("CRC32C", true, 4, CrcChecksum.Of(0x82F63B78, 32)),
        new("CRC64NVME", true, 8, CrcChecksum.Of(0x9A6C9329AC4BC9B5, 64)),
        new("SHA1", false, 20, () => new HashChecksum(HashAlgorithmName.SHA1)),
        new("SHA256", false, 32, () => new HashChecksum(HashAlgorithmName.SHA256)),
    ];

    /// <summary>The header or trailer that carries it.</summary>
    public string Header { get; } = "x-amz-checksum-" + Name.ToLowerInvariant();

    /// <summary>The element that carries it in XML.</summary>
    public string Element { get; } = "Checksum" + Name;

    /// <summary>The checksum that S3 computes for a body without one.</summary>
    public static ChecksumAlgorithm ByDefault => All[2];

    public static ChecksumAlgorithm? ByHeader(string header) =>
        All.FirstOrDefault(algorithm => algorithm.Header.Equals(header.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The algorithm that a request names.</summary>
    /// <exception cref="LakeTools.Local.Wire.ApiException">No algorithm has that name.</exception>
    public static ChecksumAlgorithm Named(string name) => ByName(name) ?? throw S3Error.InvalidRequest(
        "Checksum algorithm provided is unsupported. Please try again with any of the valid types: "
            + "[CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");

    /// <summary>Whether a text has the form of its value: base64, of its length.</summary>
    public bool IsValue(string text)
    {
        Span<byte> bytes = stackalloc byte[MaxBytes];
        return Convert.TryFromBase64String(text, bytes, out var count) && count == Bytes;
    }

    public static ChecksumAlgorithm? ByName(string name) =>
        All.FirstOrDefault(algorithm => algorithm.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A checksum as it is kept with an object or part.</summary>
/// <param name="Algorithm">Such as <c>CRC32</c>.</param>
/// <param name="Value">Base64; with <c>-N</c> after it where it is one of N parts' checksums.</param>
internal sealed record StoredChecksum(string Algorithm, string Value)
{
    public bool IsComposite => Value.Contains('-', StringComparison.Ordinal);

    /// <summary>The value without the number of parts.</summary>
    public string Digest => Value.Split('-')[0];

    /// <summary>The checksum of what an algorithm was given; null if it was given nothing.</summary>
    public static StoredChecksum? Of(ChecksumAlgorithm? algorithm, Checksum? checksum) =>
        checksum is null ? null : new StoredChecksum(algorithm!.Name, Convert.ToBase64String(checksum.Finish()));

    /// <summary>S3's name for the kind of the checksum.</summary>
    public string Type => IsComposite ? "COMPOSITE" : "FULL_OBJECT";

    public string Header => "x-amz-checksum-" + Algorithm.ToLowerInvariant();
}
