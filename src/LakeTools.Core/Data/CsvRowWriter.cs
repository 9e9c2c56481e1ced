using System.Text;

namespace LakeTools.Core.Data;

/// <summary>Writes rows as delimited text, with a header where the dialect has one.</summary>
internal sealed class CsvRowWriter : IDisposable
{
    private readonly StreamWriter _text;
    private readonly CsvWriter _csv;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where to; disposed of with the writer.</param>
    /// <param name="dialect">How to write.</param>
    /// <param name="columns">The columns' names.</param>
    public CsvRowWriter(Stream stream, CsvDialect dialect, IEnumerable<string> columns)
    {
        _text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024);
        _csv = new CsvWriter(_text, dialect);
        var names = columns.ToArray();
        for (var i = 0; i < dialect.HeaderLines; i++) Write(names);
    }

    /// <summary>Writes a row.</summary>
    /// <param name="cells">A text a column, or null.</param>
    /// <exception cref="Errors.LakeException"><c>CellNotWritable</c>.</exception>
    public void Write(ReadOnlySpan<string?> cells)
    {
        foreach (var cell in cells) _csv.WriteField(cell);
        _csv.EndRecord();
    }

    /// <summary>Ends the file.</summary>
    public void Dispose() => _text.Dispose();
}
