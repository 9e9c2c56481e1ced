using System.Runtime.CompilerServices;

namespace LakeTools.Core.Data.Csv;

/// <summary>
/// Reads records of delimited text from a stream of characters, in memory that does not grow with the file.
/// </summary>
/// <remarks>
/// There is code of our own here because a lake's files need what the CSV libraries do not offer together: the line on
/// which a bad record begins (a record may span lines), reading on after it, OpenCSV's two ways of writing a quote inside
/// quotes (<c>""</c> and <c>\"</c>), and the difference between nothing and an empty text in quotes. How it reads on: a
/// record with text behind a closing quote is skipped to its line's end; an open quote, which would swallow the rest of
/// the file, is treated as an error of its first line, and reading continues with the second.
/// </remarks>
internal sealed class CsvReader : IDisposable
{
    private readonly CsvText _text;
    private readonly CsvFields _fields;
    private readonly CsvScan _scan;
    private readonly CsvPlainScan _plain;
    private long[] _lines = new long[1];

    /// <summary>Makes a reader, which disposes of its source.</summary>
    /// <param name="reader">The text; a byte order mark is not part of it.</param>
    /// <param name="dialect">The dialect of the text. A header is read like any record.</param>
    public CsvReader(TextReader reader, CsvDialect dialect)
    {
        _text = new CsvText(reader);
        _fields = new CsvFields(dialect);
        _scan = new CsvScan(_text, dialect, _fields);
        _plain = new CsvPlainScan(dialect);
    }

    /// <summary>The line on which the record begins; the first line is 1.</summary>
    public long Line => _scan.Line;

    /// <summary>The number of fields in the record, or in all records that were read together.</summary>
    public int FieldCount => _fields.Count;

    /// <summary>The length of the record, or of all records that were read together, in characters. Asked for before their texts.</summary>
    public int Length => _fields.Length;

    /// <summary>The record's fault; the faulty field is the one after the last that can be read.</summary>
    public CsvFault Fault => _scan.Fault;

    /// <summary>Goes to the next record.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>False at the end.</returns>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        _fields.Keep(0);
        var outcome = _scan.Record();
        return outcome == CsvOutcome.NeedsMore ? ReadOnAsync(cancellationToken) : new ValueTask<bool>(outcome == CsvOutcome.Record);
    }

    /// <summary>
    /// Reads on behind a record without a fault, as long as records are buffered that have no fault and as many fields. Their fields
    /// follow those of the first.
    /// </summary>
    /// <param name="most">The most records, with the first.</param>
    /// <returns>The number of records, with the first.</returns>
    public int ReadMore(int most)
    {
        var width = _fields.Count;
        if (_lines.Length < most) _lines = new long[most];
        _lines[0] = Line;
        var count = 1;
        while (count < most)
        {
            var start = _text.Start;
            var plain = _plain.Scan(_text.Buffer, ref start, _text.End, width, _fields.Room((most - count) * width));
            _text.Start = start;
            _fields.Keep((count + plain) * width);
            for (var i = 0; i < plain; i++) _lines[count++] = _scan.NextLine++;
            if (count == most) break;
            var nextLine = _scan.NextLine;
            if (_scan.Record() == CsvOutcome.Record && Fault == CsvFault.None && _fields.Count == (count + 1) * width)
            {
                _lines[count++] = Line;
                continue;
            }

            (_text.Start, _scan.NextLine, _scan.Fault) = (start, nextLine, CsvFault.None);
            _fields.Keep(count * width);
            break;
        }

        return count;
    }

    /// <summary>The line on which a record begins that was read together with others.</summary>
    /// <param name="record">The record's place among them, from 0.</param>
    /// <returns>The line; the first line of the text is 1.</returns>
    public long LineOf(int record) => _lines[record];

    /// <summary>The text of a field, without quotes and escapes. Valid until the next record is read.</summary>
    /// <param name="index">The field's position, from 0.</param>
    /// <returns>The text.</returns>
    public ReadOnlySpan<char> GetField(int index) => _fields.Text(_text.Buffer, index);

    /// <summary>
    /// The text of a field that is a cell. Null is what the dialect's null text says, and, where quotes tell an empty text from nothing,
    /// nothing.
    /// </summary>
    /// <param name="index">The field's position, from 0. Its text must not have been read before.</param>
    /// <param name="text">The text, valid until the next record is read.</param>
    /// <returns>False for null.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetCell(int index, out ReadOnlySpan<char> text) => _fields.TryGetCell(_text.Buffer, index, out text);

    /// <summary>True if a field was written in quotes, so an empty one is an empty text and not nothing.</summary>
    /// <param name="index">The field's position, from 0.</param>
    /// <returns>True for a quoted field.</returns>
    public bool IsQuoted(int index) => _fields.IsQuoted(index);

    /// <summary>The end of the text that was read so far: the line, and the number of the field in its record, from 1.</summary>
    public (long Line, int Field) End => _text.Left == 0
        ? (_scan.NextLine, 1) : (_scan.NextLine + _text.Buffer.AsSpan(_text.Start, _text.Left).Count('\n'), _fields.Count + 1);

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    private async ValueTask<bool> ReadOnAsync(CancellationToken cancellationToken)
    {
        var outcome = CsvOutcome.NeedsMore;
        while (outcome == CsvOutcome.NeedsMore)
        {
            // A scan begins again. It waits for twice the text, so a long record takes linear time.
            var enough = 2 * _text.Left;
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                await _text.FillAsync(cancellationToken).ConfigureAwait(false);
            }
            while (_text.Left < enough && !_text.IsAtEnd);
            _fields.Keep(0);
            outcome = _scan.Record();
        }

        return outcome == CsvOutcome.Record;
    }
}
