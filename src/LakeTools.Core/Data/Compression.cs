using System.IO.Compression;
using LakeTools.Core.Errors;

namespace LakeTools.Core.Data;

/// <summary>How a file is packed, which its name's last extension says.</summary>
internal static class Compression
{
    private static readonly string[] s_unknown = [".zst", ".zstd", ".snappy", ".bz2", ".lz4", ".lzo", ".xz", ".br", ".zip"];

    /// <summary>The name without the extension of the packing.</summary>
    /// <param name="name">A file's name, or an object's key.</param>
    /// <returns><c>a.csv</c> for <c>a.csv.gz</c>.</returns>
    public static string NameInside(string name) => IsGzip(name) ? name[..name.LastIndexOf('.')] : name;

    /// <summary>Unpacks a stream where its name says that it is packed.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The content, which owns the stream.</returns>
    /// <exception cref="LakeException"><c>FormatNotSupported</c>.</exception>
    public static Stream Unpack(Stream stream, string name)
    {
        if (IsGzip(name)) return new GZipStream(stream, CompressionMode.Decompress);
        if (Array.Find(s_unknown, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) is not { } unknown) return stream;
        throw NotSupported(unknown, "read");
    }

    /// <summary>Packs what is written to a stream where its name says that it shall be packed.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The stream to write to, which owns the other.</returns>
    /// <exception cref="LakeException"><c>FormatNotSupported</c>.</exception>
    public static Stream Pack(Stream stream, string name)
    {
        if (IsGzip(name)) return new GZipStream(stream, CompressionLevel.Optimal);
        if (Array.Find(s_unknown, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) is not { } unknown) return stream;
        throw NotSupported(unknown, "written");
    }

    private static bool IsGzip(string name) =>
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".gzip", StringComparison.OrdinalIgnoreCase);

    private static LakeException NotSupported(string extension, string verb) => new(nameof(Errors.Errors.FormatNotSupported),
        LakeErrorCategory.InvalidArgument, extension, Errors.Errors.FormatNotSupported, extension, verb, "plain, .gz");
}
