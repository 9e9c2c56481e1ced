namespace LakeTools.Core.Data.Json;

/// <summary>
/// Parts a stream of JSON into its records, in memory that does not grow with it: the items of one array where the first character says
/// so; else objects, each on its line, over several lines, or behind another on the same line. A broken line is left behind where the next
/// one begins with a brace. Where it does not, it may be the middle of an object, and the file ends there.
/// </summary>
/// <param name="stream">The file; disposed of with the reader.</param>
internal sealed class JsonRecordReader(Stream stream) : IDisposable
{
    private const int FirstBufferLength = 64 * 1024;
    private const int LongestRecord = 16 * 1024 * 1024;

    private byte[] _buffer = new byte[FirstBufferLength];
    private int _start;
    private int _end;
    private bool _atEnd;
    private bool _isBegun;
    private long _nextLine = 1;
    private int _offset;
    private bool _isAfterItem;
    private bool _isOver;
    private long _lastLine;

    /// <summary>The record, perhaps with blanks around it. Valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Record { get; private set; }

    /// <summary>The line on which the record begins; the first line is 1.</summary>
    public long Line { get; private set; }

    /// <summary>The line up to which the file was gone through.</summary>
    public long NextLine => _nextLine;

    /// <summary>The number of bytes before the record on its line.</summary>
    public int Offset { get; private set; }

    /// <summary>True if another record of the same line is before the record.</summary>
    public bool IsBehindAnother { get; private set; }

    /// <summary>True if the record continues after its line.</summary>
    public bool HasLines { get; private set; }

    /// <summary>True if the file is one array: the text behind a broken item cannot be distinguished from its content.</summary>
    public bool IsArray { get; private set; }

    /// <summary>True if the file ends at the record, because what follows may be the middle of an object.</summary>
    public bool IsOver => _isOver;

    /// <summary>The record's fault; null if its end was found.</summary>
    public string? Fault { get; private set; }

    /// <summary>Goes to the next record.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>False at the end.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if ((Fault is not null && IsArray) || _isOver) return false;
        Fault = null;
        if (!_isBegun) await BeginAsync(cancellationToken).ConfigureAwait(false);
        if (!await SkipBlanksAsync(cancellationToken).ConfigureAwait(false)) return IsArray && Fail("the array is not closed");
        if (!IsArray && _buffer[_start] == (byte)'{') return await ReadObjectAsync(cancellationToken).ConfigureAwait(false);
        if (!IsArray) return await ReadLineAsync(cancellationToken).ConfigureAwait(false);
        if (_buffer[_start] == (byte)']') return await EndArrayAsync(cancellationToken).ConfigureAwait(false);
        if (!_isAfterItem) return await ReadItemAsync(cancellationToken).ConfigureAwait(false);
        if (_buffer[_start] != (byte)',') return Fail("a comma is missing before this item");
        Pass(1);
        return await SkipBlanksAsync(cancellationToken).ConfigureAwait(false)
            ? await ReadItemAsync(cancellationToken).ConfigureAwait(false)
            : Fail("the array is not closed");
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        _isBegun = true;
        while (_end < 3 && !_atEnd) await FillAsync(cancellationToken).ConfigureAwait(false);
        if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8)) _start = 3;
        if (!await SkipBlanksAsync(cancellationToken).ConfigureAwait(false) || _buffer[_start] != (byte)'[') return;
        IsArray = true;
        Pass(1);
    }

    private async ValueTask<bool> SkipBlanksAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            while (_start < _end && _buffer[_start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') Pass(1);
            if (_start < _end) return true;
            if (_atEnd) return false;
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> ReadObjectAsync(CancellationToken cancellationToken)
    {
        var scan = new ObjectScan();
        while (true)
        {
            var length = scan.FindEnd(_buffer.AsSpan(_start, _end - _start), _atEnd);
            if (length >= 0)
            {
                Take(length);
                HasLines = scan.Lines > 0;
                return true;
            }

            // The record is what was looked at: its reader says what is wrong with it.
            if (scan.IsBroken)
            {
                if (!scan.IsBrokenInFirstLine)
                {
                    _isOver = true;
                    return Take(scan.Length(_end - _start));
                }

                Take(scan.FirstLine - 1);
                Pass(1);
                _isOver = _start < _end && _buffer[_start] != (byte)'{';
                return true;
            }

            if (_end - _start >= LongestRecord)
            {
                Fail("the line is too long to be a row");
                if (scan.Lines > 0) _isOver = true;
                else await SkipLineAsync(cancellationToken).ConfigureAwait(false);
                return true;
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> ReadLineAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0 || _atEnd) return Take(found < 0 ? _end - _start : searched + found);
            searched = _end - _start;
            if (searched < LongestRecord)
            {
                await FillAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            Fail("the line is too long to be a row");
            await SkipLineAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    private async ValueTask SkipLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            Pass(found < 0 ? _end - _start : found);
            if (found >= 0 || _atEnd) return;
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> ReadItemAsync(CancellationToken cancellationToken)
    {
        var scan = new ItemScan();
        while (true)
        {
            var length = scan.FindEnd(_buffer.AsSpan(_start, _end - _start));
            if (length >= 0)
            {
                _isAfterItem = true;
                return Take(length);
            }

            if (_atEnd) return Fail("the item is not closed");
            if (_end - _start >= LongestRecord) return Fail("the item is too long to be a row");
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> EndArrayAsync(CancellationToken cancellationToken)
    {
        Pass(1);
        return await SkipBlanksAsync(cancellationToken).ConfigureAwait(false) && Fail("something follows the array");
    }

    private bool Fail(string fault)
    {
        Take(0);
        Fault = fault;
        return true;
    }

    private bool Take(int length)
    {
        Line = _nextLine;
        Offset = _offset;
        HasLines = false;
        IsBehindAnother = Line == _lastLine;
        Record = _buffer.AsMemory(_start, length);
        Pass(length);
        _lastLine = _nextLine;
        return true;
    }

    private void Pass(int count)
    {
        var passed = _buffer.AsSpan(_start, count);
        var lines = passed.Count((byte)'\n');
        _nextLine += lines;
        _offset = lines == 0 ? _offset + count : count - 1 - passed.LastIndexOf((byte)'\n');
        _start += count;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        if (read == 0) _atEnd = true;
        _end += read;
    }
}
