using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace LakeTools.Query;

/// <summary>A chunk of DuckDB's that is filled in a function of ours; it belongs to DuckDB.</summary>
/// <param name="pointer">DuckDB's pointer to it.</param>
internal readonly struct Chunk(nint pointer)
{
    /// <summary>The number of rows in a chunk.</summary>
    public static int Capacity { get; } = (int)NativeMethods.Helpers.DuckDBVectorSize();

    /// <summary>A column's vector.</summary>
    /// <param name="column">The column's place.</param>
    public nint Vector(int column)
    {
        using var chunk = new Borrowed(pointer);
        return NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column);
    }

    /// <summary>The number of its rows.</summary>
    public int Count()
    {
        using var chunk = new Borrowed(pointer);
        return (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
    }

    /// <summary>Says how many rows were filled.</summary>
    /// <param name="rows">The number.</param>
    public void SetSize(int rows)
    {
        using var chunk = new Borrowed(pointer);
        NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)rows);
    }

    /// <summary>A handle that frees nothing.</summary>
    private sealed class Borrowed : DuckDBDataChunk
    {
        public Borrowed(nint pointer) => SetHandle(pointer);

        protected override bool ReleaseHandle() => true;
    }
}
