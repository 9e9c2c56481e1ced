using System.IO.Compression;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Files;

/// <summary>The compression of a file, by the last extension of its name.</summary>
internal static class Compression
{
    private static readonly (string Extension, DataCompression Packing)[] s_known =
        [(".gz", DataCompression.Gzip), (".gzip", DataCompression.Gzip), (".zst", DataCompression.Zstd), (".zstd", DataCompression.Zstd)];

    private static readonly string[] s_unknown = [".snappy", ".bz2", ".lz4", ".lzo", ".xz", ".br", ".zip"];

    /// <summary>The name without the extension of the packing.</summary>
    /// <param name="name">A file's name, or an object's key.</param>
    /// <returns><c>a.csv</c> for <c>a.csv.gz</c>.</returns>
    public static string NameInside(string name) => OfName(name) == DataCompression.None ? name : name[..name.LastIndexOf('.')];

    /// <summary>The compression of a file.</summary>
    /// <param name="name">A file's name, or an object's key.</param>
    /// <returns>The packing.</returns>
    public static DataCompression OfName(string name) =>
        Array.Find(s_known, known => name.EndsWith(known.Extension, StringComparison.OrdinalIgnoreCase)).Packing;

    /// <summary>The extension of a packing.</summary>
    /// <param name="packing">The packing.</param>
    /// <returns>Such as <c>.gz</c>; empty for none.</returns>
    public static string Extension(DataCompression packing) => Array.Find(s_known, known => known.Packing == packing).Extension ?? "";

    /// <summary>Unpacks a stream where its name says that it is packed.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The content, which owns the stream.</returns>
    /// <exception cref="LakeException"><c>FormatNotSupported</c>.</exception>
    public static Stream Unpack(Stream stream, string name) => Known(name, "read") switch
    {
        DataCompression.Gzip => new GzipContent(stream),
        DataCompression.Zstd => Zstandard.Unpack(stream),
        _ => stream,
    };

    /// <summary>Packs what is written to a stream where its name says that it shall be packed.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The stream to write to, which owns the other.</returns>
    /// <exception cref="LakeException"><c>FormatNotSupported</c>.</exception>
    public static Stream Pack(Stream stream, string name) => Known(name, "written") switch
    {
        DataCompression.Gzip => new GZipStream(stream, CompressionLevel.Optimal),
        DataCompression.Zstd => Zstandard.Pack(stream),
        _ => stream,
    };

    /// <summary>Refuses a name whose extension says a packing that is not known here.</summary>
    /// <param name="name">The name.</param>
    /// <param name="verb">The operation: read or written.</param>
    /// <returns>The packing.</returns>
    /// <exception cref="LakeException"><c>FormatNotSupported</c>.</exception>
    public static DataCompression Known(string name, string verb)
    {
        var unknown = Array.Find(s_unknown, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
        return unknown is null
            ? OfName(name)
            : throw Fault.FormatNotSupported(unknown, unknown, verb, "plain, .gz, .zst");
    }
}
