using System.Security.Cryptography;

namespace LakeTools.Local.S3.Wire;

/// <summary>A checksum that S3 knows.</summary>
/// <param name="Name">Such as <c>CRC32</c>: also the member of XML answers, after 'Checksum'.</param>
/// <param name="IsCrc">True where the checksum of a whole multipart object can be had; the others are checksums of checksums.</param>
/// <param name="Create">Begins one.</param>
internal sealed record ChecksumAlgorithm(string Name, bool IsCrc, Func<Checksum> Create)
{
    private static readonly Func<CrcChecksum> s_crc32 = CrcChecksum.Of(0xEDB88320, 32);

    public static readonly IReadOnlyList<ChecksumAlgorithm> All =
    [
        new("CRC32", true, () => new Crc32Checksum(s_crc32())),
        new("CRC32C", true, CrcChecksum.Of(0x82F63B78, 32)),
        new("CRC64NVME", true, CrcChecksum.Of(0x9A6C9329AC4BC9B5, 64)),
        new("SHA1", false, () => new HashChecksum(HashAlgorithmName.SHA1)),
        new("SHA256", false, () => new HashChecksum(HashAlgorithmName.SHA256)),
    ];

    /// <summary>The header or trailer that carries it.</summary>
    public string Header { get; } = "x-amz-checksum-" + Name.ToLowerInvariant();

    /// <summary>The element that carries it in XML.</summary>
    public string Element { get; } = "Checksum" + Name;

    public static ChecksumAlgorithm? ByHeader(string header) =>
        All.FirstOrDefault(algorithm => algorithm.Header.Equals(header.Trim(), StringComparison.OrdinalIgnoreCase));

    public static ChecksumAlgorithm? ByName(string name) =>
        All.FirstOrDefault(algorithm => algorithm.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A checksum as it is kept with an object or part.</summary>
/// <param name="Algorithm">Such as <c>CRC32</c>.</param>
/// <param name="Value">Base64; with <c>-N</c> after it where it is one of N parts' checksums.</param>
internal sealed record StoredChecksum(string Algorithm, string Value)
{
    public bool IsComposite => Value.Contains('-', StringComparison.Ordinal);

    public string Header => "x-amz-checksum-" + Algorithm.ToLowerInvariant();
}
