using System.Text;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Files;

/// <summary>
/// A file format: it reads rows from a file and writes rows to one. Formats make typed rows only; the columns and rows that a
/// reader may see is decided once, for all of them.
/// </summary>
internal abstract record RowFormat
{
    /// <summary>The form's name as -Format has it.</summary>
    public abstract string Name { get; }

    /// <summary>The extension of a new file's name, with that of its packing.</summary>
    public abstract string Extension { get; }

    /// <summary>The encoding of texts.</summary>
    public virtual Encoding TextEncoding => Files.TextEncoding.Utf8;

    /// <summary>True if a file cannot be begun before its columns have types.</summary>
    public virtual bool NeedsTypes => false;

    /// <summary>True if each row of a file names its own columns, so a row may have others than the rows before it.</summary>
    public virtual bool HasOwnColumns => false;

    /// <summary>True if a column's place in a file is its place in the table, so no column may be left out.</summary>
    public virtual bool IsByPosition => false;

    /// <summary>Reads a file's rows, front to back. A row that cannot be read is reported, and the rest is read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="choice">Chooses the columns.</param>
    /// <param name="batches">Gathers the rows; the last ones are left in it, also where reading ends with an exception.</param>
    /// <param name="onBadRow">Takes the error <c>BadRow</c> of each row that could not be read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, in batches.</returns>
    /// <exception cref="LakeException"><c>ColumnNotFound</c>, <c>ColumnPositionsUnknown</c>, <c>FormatNotSupported</c>.</exception>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public abstract IAsyncEnumerable<DataBatch> ReadAsync(DataFile file, IColumnChoice choice, BatchBuilder batches,
        Action<LakeException> onBadRow, CancellationToken cancellationToken);

    /// <summary>Begins a file.</summary>
    /// <param name="stream">The destination; disposed of with the writer.</param>
    /// <param name="columns">The columns; of a form with <see cref="HasOwnColumns"/>, more may come.</param>
    /// <param name="name">The file's name, whose extension says how it is packed.</param>
    /// <returns>The writer.</returns>
    public abstract IRowWriter Create(Stream stream, IReadOnlyList<FileColumn> columns, string name);
}
