using System.Text;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Csv;

/// <summary>Writes rows as delimited text, with a header where the dialect has one.</summary>
internal sealed class CsvRowWriter : IRowWriter
{
    private const int LongestNumber = 64; // of a decimal, with room

    private readonly StreamWriter _text;
    private readonly CsvWriter _csv;
    private readonly CellKind?[] _kinds;
    private readonly bool _timesAreNumbers;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">The destination; disposed of with the writer.</param>
    /// <param name="encoding">The encoding of the file; its characters are checked before.</param>
    /// <param name="dialect">The dialect to write.</param>
    /// <param name="columns">The columns.</param>
    public CsvRowWriter(Stream stream, Encoding encoding, CsvDialect dialect, IReadOnlyList<FileColumn> columns)
    {
        _text = new StreamWriter(stream, encoding, 64 * 1024);
        _csv = new CsvWriter(_text, dialect);
        _timesAreNumbers = dialect.TimesAreNumbers;
        _kinds = columns.Select(column => column.Type?.Kind).ToArray();
        for (var i = 0; i < dialect.HeaderLines; i++)
        {
            foreach (var column in columns) _csv.WriteField(column.Name);
            _csv.EndRecord();
        }
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<object?> cells)
    {
        Span<char> text = stackalloc char[LongestNumber];
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] is not { } value)
            {
                _csv.WriteNull();
                continue;
            }

            // Without a type, a time at midnight is a date: that is what it is in most cases, and a timestamp reads it as well.
            var kind = _kinds[i] ?? (value is DateTime { TimeOfDay.Ticks: 0 } ? CellKind.Date : CellKind.Text);
            if (_timesAreNumbers && value is DateTime time && kind is CellKind.Date or CellKind.Timestamp)
            {
                if (!CellNumberTime.TryFormat(time, kind, out var number)) throw Fault.TimeNotWritable(CellText.Format(value, kind));
                _csv.WriteField(number);
                continue;
            }

            _csv.WriteField(CellText.TryFormat(value, kind, text, out var length) ? text[..length] : CellText.Format(value, kind));
        }

        _csv.EndRecord();
    }

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();
}
