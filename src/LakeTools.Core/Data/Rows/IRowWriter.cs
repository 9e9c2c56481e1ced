namespace LakeTools.Core.Data.Rows;

/// <summary>Writes the rows of one file. Disposing ends the file and closes what it is written to.</summary>
internal interface IRowWriter : IDisposable
{
    /// <summary>Writes a row.</summary>
    /// <param name="cells">A value a column, each of its column's type where that has one.</param>
    /// <exception cref="LakeTools.Rules.Errors.LakeException"><c>CellNotWritable</c>.</exception>
    void Write(ReadOnlySpan<object?> cells);

    /// <summary>About how many bytes of rows are held in memory until they are written together.</summary>
    long Held => 0;

    /// <summary>Writes the rows that are held.</summary>
    void Flush()
    {
    }
}
