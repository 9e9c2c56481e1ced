using System.Runtime.CompilerServices;

namespace LakeTools.Core.Data.Rows;

/// <summary>A column of numbers, times or truth values.</summary>
/// <typeparam name="T">The type of its cells.</typeparam>
/// <param name="capacity">The most rows that the batch can have.</param>
public sealed class ValueColumn<T>(int capacity) : CellColumn
    where T : struct
{
    private readonly T[] _values = new T[capacity];
    private readonly bool[] _hasValue = new bool[capacity];

    /// <inheritdoc/>
    public override object? this[int row] => _hasValue[row] ? _values[row] : null;

    /// <summary>Whether a cell has a value.</summary>
    /// <param name="row">The row's place.</param>
    /// <returns>False for null.</returns>
    public bool HasValue(int row) => _hasValue[row];

    /// <summary>A cell's value.</summary>
    /// <param name="row">The row's place.</param>
    /// <returns>The value; without a meaning where the cell is null.</returns>
    public T ValueOf(int row) => _values[row];

    /// <summary>Sets a cell.</summary>
    /// <param name="row">The row's place.</param>
    /// <param name="value">The value; without a meaning where the cell is null.</param>
    /// <param name="hasValue">False for null.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int row, T value, bool hasValue)
    {
        _values[row] = value;
        _hasValue[row] = hasValue;
    }

    /// <summary>Sets cells of rows that follow each other, none of which is null.</summary>
    /// <param name="row">The place of the first row.</param>
    /// <param name="values">The values.</param>
    public void Set(int row, ReadOnlySpan<T> values)
    {
        values.CopyTo(_values.AsSpan(row));
        _hasValue.AsSpan(row, values.Length).Fill(true);
    }

    /// <inheritdoc/>
    public override void Move(int from, int to) => (_values[to], _hasValue[to]) = (_values[from], _hasValue[from]);
}
