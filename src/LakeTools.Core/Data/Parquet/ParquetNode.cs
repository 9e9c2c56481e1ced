using LakeTools.Core.Data.Rows;

namespace LakeTools.Core.Data.Parquet;

/// <summary>
/// A field of a row group as its rows are put together again from columns. Parquet keeps nested values as flat columns
/// with two levels for each value: the definition level gives the part of the path that is present (so which list is empty
/// or null), the repetition level the list that continues. Source: Apache Parquet documentation, nested encoding.
/// </summary>
internal abstract class ParquetNode
{
    /// <summary>The first column below the field: its levels tell about the field itself.</summary>
    public abstract ParquetLeaf First { get; }

    /// <summary>Reads the field's value of a row, or of an item, and goes behind it.</summary>
    /// <returns>The value.</returns>
    public abstract object? Read();

    /// <summary>Begins with the column of a batch.</summary>
    /// <param name="capacity">The most rows that the batch can have.</param>
    /// <returns>A column that <see cref="ReadInto"/> takes, also of the field in other row groups.</returns>
    public virtual CellColumn Begin(int capacity) => new ReferenceColumn<object>(new object?[capacity]);

    /// <summary>Reads the field's values of rows into a column, and goes behind them.</summary>
    /// <param name="column">The result of <see cref="Begin"/>.</param>
    /// <param name="faults">The place of the first row; it goes on with each row that is read.</param>
    /// <param name="end">The place behind the last row.</param>
    /// <exception cref="InvalidDataException">The field is broken. The rows before that of <paramref name="faults"/> were read.</exception>
    public virtual void ReadInto(CellColumn column, ParquetRowFaults faults, int end)
    {
        var cells = (ReferenceColumn<object>)column;
        for (; faults.Row < end; faults.Row++)
        {
            RequireRow();
            cells.Set(faults.Row, Read());
        }
    }

    /// <summary>Goes behind a value whose parent is not there.</summary>
    public abstract void Skip();

    /// <summary>Requires that a row begins at each of the columns.</summary>
    /// <exception cref="InvalidDataException">One is within a row.</exception>
    public abstract void RequireRow();

    /// <summary>Requires that each of the columns was read to its end.</summary>
    /// <exception cref="InvalidDataException">One was not.</exception>
    public abstract void RequireEnd();
}
