using System.Runtime.CompilerServices;

namespace LakeTools.Core.Data.Parquet;

/// <summary>Values of a row group. Their memory stays for the next one.</summary>
/// <typeparam name="T">The values' type.</typeparam>
internal sealed class ParquetBuffer<T>
    where T : struct
{
    private T[] _values = new T[1024];
    private int _count;

    /// <summary>The values.</summary>
    public ReadOnlyMemory<T> Written => _values.AsMemory(0, _count);

    /// <summary>Takes a value.</summary>
    /// <param name="value">The value.</param>
    public void Add(T value)
    {
        if (_count == _values.Length) Array.Resize(ref _values, _count * 2);
        _values[_count++] = value;
    }

    /// <summary>Forgets the values.</summary>
    public void Clear()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) _values.AsSpan(0, _count).Clear();
        _count = 0;
    }
}
