using System.Runtime.CompilerServices;
using ZstdSharp;

namespace LakeTools.Core.Data.Files;

/// <summary>
/// The one place that touches the library of Zstandard, so it is loaded for such files only. A compiler that is allowed to put
/// these methods into their callers would load it with those.
/// </summary>
internal static class Zstandard
{
    /// <summary>Unpacks a stream.</summary>
    /// <param name="stream">The file.</param>
    /// <returns>The content, which owns the stream.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Stream Unpack(Stream stream) => new DecompressionStream(stream, leaveOpen: false);

    /// <summary>Packs a stream.</summary>
    /// <param name="stream">The file.</param>
    /// <returns>The stream to write to, which owns the other.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Stream Pack(Stream stream) => new CompressionStream(stream, leaveOpen: false);

    /// <summary>True for the library's exceptions, and for what it throws where a file is cut.</summary>
    /// <param name="exception">An exception.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsFault(Exception exception) => exception is ZstdException or EndOfStreamException;
}
