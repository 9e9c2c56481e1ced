namespace LakeTools.Core.Data.Rows;

/// <summary>A column of texts, of nested values, or of values of different types.</summary>
/// <typeparam name="T">The type that all cells have.</typeparam>
/// <param name="cells">A cell a row.</param>
public sealed class ReferenceColumn<T>(T?[] cells) : CellColumn
    where T : class
{
    /// <inheritdoc/>
    public override object? this[int row] => cells[row];

    /// <summary>A cell's value.</summary>
    /// <param name="row">The row's place.</param>
    /// <returns>The value, or null.</returns>
    public T? ValueOf(int row) => cells[row];

    /// <summary>Sets a cell.</summary>
    /// <param name="row">The row's place.</param>
    /// <param name="value">The value, or null.</param>
    public void Set(int row, T? value) => cells[row] = value;

    /// <inheritdoc/>
    public override void Move(int from, int to) => cells[to] = cells[from];
}
