namespace LakeTools.Core.Data.Rows;

/// <summary>Writes the rows of one file. Disposing ends the file and closes what it is written to.</summary>
internal interface IRowWriter : IDisposable
{
    /// <summary>Writes a row.</summary>
    /// <param name="cells">A value a column, each of its column's type where that has one.</param>
    /// <exception cref="LakeTools.Rules.Errors.LakeException"><c>CellNotWritable</c>.</exception>
    void Write(ReadOnlySpan<object?> cells);

    /// <summary>Writes rows that come by column.</summary>
    /// <param name="columns">A column each, whose cells are of the type that <see cref="Write(ReadOnlySpan{object})"/> takes.</param>
    /// <param name="start">The place of the first row.</param>
    /// <param name="end">The place behind the last row.</param>
    /// <exception cref="LakeTools.Rules.Errors.LakeException"><c>CellNotWritable</c>.</exception>
    void Write(IReadOnlyList<CellColumn> columns, int start, int end)
    {
        var cells = new object?[columns.Count];
        for (var row = start; row < end; row++)
        {
            for (var i = 0; i < cells.Length; i++) cells[i] = columns[i][row];
            Write(cells);
        }
    }

    /// <summary>About how many bytes of rows are held in memory until they are written together.</summary>
    long Held => 0;

    /// <summary>Writes the rows that are held.</summary>
    void Flush()
    {
    }
}
