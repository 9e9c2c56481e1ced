namespace LakeTools.Core.Data.Rows;

/// <summary>The cells of one column of a batch: a cell is boxed only when it is read as an object.</summary>
public abstract class CellColumn
{
    /// <summary>A cell, as <see cref="DataRow.Values"/> has it.</summary>
    /// <param name="row">The row's place in the batch, from 0.</param>
    /// <returns>The value, or null.</returns>
    public abstract object? this[int row] { get; }

    /// <summary>Puts a cell in another row.</summary>
    /// <param name="from">The place of the cell's row.</param>
    /// <param name="to">The place of the other row.</param>
    public abstract void Move(int from, int to);
}
