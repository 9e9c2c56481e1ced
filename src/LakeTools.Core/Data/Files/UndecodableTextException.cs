namespace LakeTools.Core.Data.Files;

/// <summary>Bytes of a file are invalid in its encoding.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="encoding">The encoding's name.</param>
internal sealed class UndecodableTextException(byte[] bytes, string encoding)
    : IOException($"the bytes {Shown(bytes)} are not {encoding}")
{
    /// <summary>The bytes, as people write them.</summary>
    public string Bytes { get; } = Shown(bytes);

    /// <summary>The encoding's name.</summary>
    public string Encoding { get; } = encoding;

    private static string Shown(byte[] bytes) => BitConverter.ToString(bytes).Replace('-', ' ');
}
