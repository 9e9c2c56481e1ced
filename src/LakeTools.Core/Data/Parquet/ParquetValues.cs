using System.Runtime.InteropServices;

namespace LakeTools.Core.Data.Parquet;

/// <summary>The values of a page: those of a fixed size as they are in it, others decoded.</summary>
/// <typeparam name="T">The values' type.</typeparam>
internal readonly struct ParquetValues<T>
    where T : struct
{
    private readonly T[]? _decoded;
    private readonly ReadOnlyMemory<byte> _bytes;

    /// <summary>Takes decoded values.</summary>
    /// <param name="values">The values.</param>
    public ParquetValues(T[] values) => _decoded = values;

    /// <summary>Takes values that are in memory as in the file.</summary>
    /// <param name="bytes">Their bytes.</param>
    public ParquetValues(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    /// <summary>The values.</summary>
    public ReadOnlySpan<T> Span => _decoded is { } values ? values : MemoryMarshal.Cast<byte, T>(_bytes.Span);
}
