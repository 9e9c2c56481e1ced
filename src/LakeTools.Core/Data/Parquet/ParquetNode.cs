namespace LakeTools.Core.Data.Parquet;

/// <summary>
/// A field of a row group as its rows are put together again from columns. Parquet keeps nested values as flat columns
/// with two levels beside each value: the definition level says how far the path to it is there (so which list is empty
/// or null), the repetition level which list it goes on with. Source: Apache Parquet documentation, nested encoding.
/// </summary>
internal abstract class ParquetNode
{
    /// <summary>The first column below the field: its levels tell about the field itself.</summary>
    public abstract ParquetLeaf First { get; }

    /// <summary>Reads the field's value of a row, or of an item, and goes behind it.</summary>
    /// <returns>The value.</returns>
    public abstract object? Read();

    /// <summary>Goes behind a value whose parent is not there.</summary>
    public abstract void Skip();

    /// <summary>Requires that a row begins at each of the columns.</summary>
    /// <exception cref="InvalidDataException">One is within a row.</exception>
    public abstract void RequireRow();

    /// <summary>Requires that each of the columns was read to its end.</summary>
    /// <exception cref="InvalidDataException">One was not.</exception>
    public abstract void RequireEnd();
}
