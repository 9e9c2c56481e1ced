using System.Buffers;
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
    private const int FirstBufferLength = 64 * 1024;
    private const int LongBufferLength = 512 * 1024;
    private const int LongestRecord = 16 * 1024 * 1024;

    private readonly TextReader _reader;
    private readonly CsvDialect _dialect;
    private readonly SearchValues<char> _fieldEnds;
    private readonly SearchValues<char> _quotedEnds;
    private readonly CsvFields _fields;
    private readonly CsvPlainScan _plain;
    private char[] _buffer = new char[FirstBufferLength];
    private int _start;
    private int _end;
    private bool _atEnd;
    private bool _isFilled; // by the last read
    private long _nextLine = 1;
    private long[] _lines = new long[1];

    /// <summary>Makes a reader, which disposes of its source.</summary>
    /// <param name="reader">The text; a byte order mark is not part of it.</param>
    /// <param name="dialect">The dialect of the text. A header is read like any record.</param>
    public CsvReader(TextReader reader, CsvDialect dialect)
    {
        _reader = reader;
        _dialect = dialect;
        _fields = new CsvFields(dialect);
        _plain = new CsvPlainScan(dialect);
        _fieldEnds = SearchValues.Create(dialect is { Quote: null, Escape: { } escape }
            ? [dialect.Delimiter, '\n', '\r', escape]
            : [dialect.Delimiter, '\n', '\r']);
        _quotedEnds = SearchValues.Create(dialect is { Quote: { } quote, Escape: { } inQuotes }
            ? [quote, '\n', '\r', inQuotes] : [dialect.Quote ?? '\n', '\n', '\r']);
    }

    private enum Outcome
    {
        Record,
        NeedsMore,
        Nothing,
    }

    /// <summary>The line on which the record begins; the first line is 1.</summary>
    public long Line { get; private set; }

    /// <summary>The number of fields in the record, or in all records that were read together.</summary>
    public int FieldCount => _fields.Count;

    /// <summary>The record's fault; the faulty field is the one after the last that can be read.</summary>
    public CsvFault Fault { get; private set; }

    /// <summary>Goes to the next record.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>False at the end.</returns>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        _fields.Keep(0);
        var outcome = ScanRecord();
        return outcome == Outcome.NeedsMore ? ReadOnAsync(cancellationToken) : new ValueTask<bool>(outcome == Outcome.Record);
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
            var plain = _plain.Scan(_buffer, ref _start, _end, width, _fields.Room((most - count) * width));
            _fields.Keep((count + plain) * width);
            for (var i = 0; i < plain; i++) _lines[count++] = _nextLine++;
            if (count == most) break;
            var (start, nextLine) = (_start, _nextLine);
            if (ScanRecord() == Outcome.Record && Fault == CsvFault.None && _fields.Count == (count + 1) * width)
            {
                _lines[count++] = Line;
                continue;
            }

            (_start, _nextLine, Fault) = (start, nextLine, CsvFault.None);
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
    public ReadOnlySpan<char> GetField(int index) => _fields.Text(_buffer, index);

    /// <summary>
    /// The text of a field that is a cell. Null is what the dialect's null text says, and, where quotes tell an empty text from nothing,
    /// nothing.
    /// </summary>
    /// <param name="index">The field's position, from 0. Its text must not have been read before.</param>
    /// <param name="text">The text, valid until the next record is read.</param>
    /// <returns>False for null.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetCell(int index, out ReadOnlySpan<char> text) => _fields.TryGetCell(_buffer, index, out text);

    /// <summary>True if a field was written in quotes, so an empty one is an empty text and not nothing.</summary>
    /// <param name="index">The field's position, from 0.</param>
    /// <returns>True for a quoted field.</returns>
    public bool IsQuoted(int index) => _fields.IsQuoted(index);

    /// <summary>The end of the text that was read so far: the line, and the number of the field in its record, from 1.</summary>
    public (long Line, int Field) End => _start == _end
        ? (_nextLine, 1) : (_nextLine + _buffer.AsSpan(_start, _end - _start).Count('\n'), _fields.Count + 1);

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private async ValueTask<bool> ReadOnAsync(CancellationToken cancellationToken)
    {
        var outcome = Outcome.NeedsMore;
        while (outcome == Outcome.NeedsMore)
        {
            // A scan begins again. It waits for twice the text, so a long record takes linear time.
            var enough = 2 * (_end - _start);
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                await FillAsync(cancellationToken).ConfigureAwait(false);
            }
            while (_end - _start < enough && !_atEnd);
            _fields.Keep(0);
            outcome = ScanRecord();
        }

        return outcome == Outcome.Record;
    }

    /// <summary>Adds the record's fields, as far as they are buffered. Goes no further where the buffer ends within the record.</summary>
    private Outcome ScanRecord()
    {
        var position = _start;
        var line = _nextLine;
        if (!_dialect.EmptyLineIsRow)
        {
            while (position < _end && _buffer[position] is '\n' or '\r')
            {
                if (!TryPassLineEnd(ref position)) return Outcome.NeedsMore;
                line++;
            }

            _start = position;
            _nextLine = line;
        }

        if (position == _end) return _atEnd ? Outcome.Nothing : Outcome.NeedsMore;
        Fault = CsvFault.None;
        Line = line;
        while (true)
        {
            var isLast = false;
            var outcome = _dialect.Quote is { } quote && position < _end && _buffer[position] == quote
                ? ScanQuoted(quote, ref position, ref line, ref isLast)
                : ScanPlain(ref position, ref line, ref isLast);
            if (outcome == Outcome.NeedsMore) return outcome;
            if (!isLast) continue;
            _start = position;
            _nextLine = line;
            return Outcome.Record;
        }
    }

    private Outcome ScanPlain(ref int position, ref long line, ref bool isLast)
    {
        var start = position;
        var hasEscapes = false;
        while (true)
        {
            var found = _buffer.AsSpan(position, _end - position).IndexOfAny(_fieldEnds);
            if (found < 0)
            {
                if (!_atEnd) return AtBufferEnd(ref position, ref line, ref isLast, CsvFault.TooLong);
                _fields.Add(start, _end - start, Form(false, hasEscapes));
                position = _end;
                isLast = true;
                return Outcome.Record;
            }

            position += found;
            var stop = _buffer[position];
            if (stop != _dialect.Delimiter && stop is not ('\n' or '\r'))
            {
                if (position + 1 >= _end && !_atEnd) return Outcome.NeedsMore;
                hasEscapes = true;
                position = Math.Min(position + (IsLineEnd(position + 1) ? 1 : 2), _end); // no escape reaches beyond its line
                continue;
            }

            var length = position - start;
            if (!TryPassFieldEnd(ref position, ref line, ref isLast)) return Outcome.NeedsMore;
            _fields.Add(start, length, Form(false, hasEscapes));
            return Outcome.Record;
        }
    }

    private Outcome ScanQuoted(char quote, ref int position, ref long line, ref bool isLast)
    {
        var start = ++position;
        var hasEscapes = false;
        while (true)
        {
            var found = _buffer.AsSpan(position, _end - position).IndexOfAny(_quotedEnds);
            if (found < 0) return AtBufferEnd(ref position, ref line, ref isLast, CsvFault.OpenQuote);
            position += found;
            var stop = _buffer[position];
            if (stop is '\n' or '\r')
            {
                if (!TryPassLineEnd(ref position)) return Outcome.NeedsMore;
                line++;
                continue;
            }

            if (position + 1 >= _end && !_atEnd) return Outcome.NeedsMore;
            var isDoubled = stop == quote && position + 1 < _end && _buffer[position + 1] == quote;
            if (stop != quote || isDoubled)
            {
                hasEscapes = true;
                position = Math.Min(position + (IsLineEnd(position + 1) ? 1 : 2), _end);
                continue;
            }

            var length = position++ - start;
            if (position < _end && _buffer[position] != _dialect.Delimiter && !IsLineEnd(position))
                return SkipLine(CsvFault.TextAfterQuote, ref position, ref line, ref isLast);
            if (!TryPassFieldEnd(ref position, ref line, ref isLast)) return Outcome.NeedsMore;
            _fields.Add(start, length, Form(true, hasEscapes));
            return Outcome.Record;
        }
    }

    /// <summary>
    /// The buffer ends within a field: more is needed, or the record is beyond mending and its first line is left behind.
    /// </summary>
    private Outcome AtBufferEnd(ref int position, ref long line, ref bool isLast, CsvFault fault)
    {
        if (!_atEnd && _end - _start < LongestRecord) return Outcome.NeedsMore;
        position = _start;
        line = Line;
        return SkipLine(fault, ref position, ref line, ref isLast);
    }

    private Outcome SkipLine(CsvFault fault, ref int position, ref long line, ref bool isLast)
    {
        var found = _buffer.AsSpan(position, _end - position).IndexOfAny('\n', '\r');
        if (found < 0 && !_atEnd && _end - _start < LongestRecord) return Outcome.NeedsMore;
        position = found < 0 ? _end : position + found;
        if (found >= 0)
        {
            if (!TryPassLineEnd(ref position)) return Outcome.NeedsMore;
            line++;
        }

        Fault = fault;
        isLast = true;
        return Outcome.Record;
    }

    private bool TryPassFieldEnd(ref int position, ref long line, ref bool isLast)
    {
        if (position >= _end)
        {
            isLast = true;
            return true;
        }

        if (_buffer[position] == _dialect.Delimiter)
        {
            position++;

            // A delimiter at the very end is followed by one more, empty field, which ScanPlain finds.
            return true;
        }

        if (!TryPassLineEnd(ref position)) return false;
        line++;
        isLast = true;
        return true;
    }

    private bool TryPassLineEnd(ref int position)
    {
        if (_buffer[position] == '\r')
        {
            if (position + 1 >= _end && !_atEnd) return false;
            if (position + 1 < _end && _buffer[position + 1] == '\n') position++;
        }

        position++;
        return true;
    }

    private static CsvFieldForm Form(bool isQuoted, bool hasEscapes) =>
        (isQuoted ? CsvFieldForm.Quoted : CsvFieldForm.Plain) | (hasEscapes ? CsvFieldForm.Escaped : CsvFieldForm.Plain);

    private bool IsLineEnd(int position) => position < _end && _buffer[position] is '\n' or '\r';

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        // A long file comes in long reads: the calls below each of them are many.
        if (_isFilled && _buffer.Length < LongBufferLength) Array.Resize(ref _buffer, LongBufferLength);
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = await _reader.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        if (read == 0) _atEnd = true;
        _end += read;
        _isFilled = _end == _buffer.Length;
    }
}
