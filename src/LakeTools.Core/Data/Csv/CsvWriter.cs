using System.Buffers;
using System.Runtime.CompilerServices;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Csv;

/// <summary>Writes records of delimited text that <see cref="CsvReader"/> reads as the same texts and nulls. It buffers them until
/// <see cref="Flush"/>.</summary>
internal sealed class CsvWriter
{
    /// <summary>The most characters of a number or a date, with room.</summary>
    public const int LongestNumber = 64;

    private readonly TextWriter _writer;
    private readonly char[] _buffer = new char[32 * 1024];
    private readonly CsvDialect _dialect;
    private readonly SearchValues<char> _special;
    private int _length;
    private bool _isFirst = true;
    private bool _isBlank = true;

    /// <summary>Makes a writer. The text writer stays the caller's.</summary>
    /// <param name="writer">The destination.</param>
    /// <param name="dialect">The dialect of the text. A header is written like any record.</param>
    public CsvWriter(TextWriter writer, CsvDialect dialect)
    {
        _writer = writer;
        _dialect = dialect;
        char[] special = [dialect.Delimiter, '\n', '\r', dialect.Quote ?? dialect.Delimiter, dialect.Escape ?? dialect.Delimiter];
        _special = SearchValues.Create(special);
        AreNumbersPlain = !Array.Exists(special, character => char.IsAsciiDigit(character) || character is '-' or '+' or '.' or 'E')
            && dialect.NullText?.Any(char.IsAsciiDigit) != true;
    }

    /// <summary>True if numbers and dates need no quotes and no escapes, and none is the null text.</summary>
    public bool AreNumbersPlain { get; }

    /// <summary>Begins a field that is a number or a date, where <see cref="AreNumbersPlain"/>.</summary>
    /// <returns>Takes its text of at most <see cref="LongestNumber"/> characters.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<char> BeginNumber()
    {
        if (_buffer.Length - _length < LongestNumber + 1) Flush();
        if (!_isFirst) _buffer[_length++] = _dialect.Delimiter;
        _isFirst = _isBlank = false;
        return _buffer.AsSpan(_length, LongestNumber);
    }

    /// <summary>Ends the number.</summary>
    /// <param name="length">The length of its text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndNumber(int length) => _length += length;

    /// <summary>Writes what is buffered to the text writer.</summary>
    public void Flush()
    {
        _writer.Write(_buffer, 0, _length);
        _length = 0;
    }

    /// <summary>Writes a null as the dialect does.</summary>
    public void WriteNull()
    {
        _isBlank = _isFirst;
        BeginField();
        Put(_dialect.NullText);
    }

    /// <summary>Writes a field.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="LakeException"><c>CellNotWritable</c> where the dialect has no way to write the text.</exception>
    public void WriteField(ReadOnlySpan<char> text)
    {
        _isBlank = false;
        BeginField();
        if (_dialect.Quote is { } quote) WriteWithQuotes(text, quote);
        else WriteWithoutQuotes(text);
    }

    /// <summary>
    /// Writes the name of a column. It is in quotes where a reader that does not know the dialect takes it for something else: another
    /// delimiter, Excel's line <c>sep=;</c>, or a name without the blanks around it.
    /// </summary>
    /// <param name="name">The name.</param>
    public void WriteName(string name)
    {
        var isPlain = name.AsSpan().IndexOfAny(CsvSniffer.Delimiters) < 0 && name.AsSpan().Trim().Length == name.Length
            && !name.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
        if (isPlain || _dialect.Quote is not { } quote)
        {
            WriteField(name);
            return;
        }

        _isBlank = false;
        BeginField();
        WriteInQuotes(name, quote);
    }

    /// <summary>Ends the record.</summary>
    /// <exception cref="LakeException"><c>CellNotWritable</c> for a lone null that would be read as another value.</exception>
    public void EndRecord()
    {
        // A record of a lone null would be an empty line, which is left out on reading. In a table of OpenCSVSerde, an empty text and a
        // null are one.
        if (_isBlank && string.IsNullOrEmpty(_dialect.NullText) && _dialect.Quote is { } quote)
        {
            if (!_dialect.TimesAreNumbers) throw Fault.CellNotWritable("", "a null in a file of one column",
                "an empty line is not read, and '' is an empty text", "Export another column as well, or use -Format Json or Parquet.");
            Put(quote);
            Put(quote);
        }

        Put('\n');
        _isFirst = _isBlank = true;
    }

    private void BeginField()
    {
        if (!_isFirst) Put(_dialect.Delimiter);
        _isFirst = false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(char character)
    {
        if (_length == _buffer.Length) Flush();
        _buffer[_length++] = character;
    }

    private void Put(ReadOnlySpan<char> text)
    {
        if (text.Length > _buffer.Length - _length) Flush();
        if (text.Length > _buffer.Length)
        {
            _writer.Write(text);
            return;
        }

        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private bool IsNullText(ReadOnlySpan<char> text) => _dialect.NullText is { } nullText && text.SequenceEqual(nullText);

    private void WriteWithQuotes(ReadOnlySpan<char> text, char quote)
    {
        // A column of texts in single quotes could be read as quoted with them, by address.
        if (text.Length > 0 && text[0] != '\'' && !IsNullText(text) && text.IndexOfAny(_special) < 0)
        {
            Put(text);
            return;
        }

        WriteInQuotes(text, quote);
    }

    private void WriteInQuotes(ReadOnlySpan<char> text, char quote)
    {
        if (_dialect.TimesAreNumbers && text.IndexOfAny('\n', '\r') >= 0) throw LineBreak(text);
        Put(quote);
        foreach (var c in text)
        {
            if (c == quote) Put(quote);
            else if (c == _dialect.Escape) Put(c);
            Put(c);
        }

        Put(quote);
    }

    private void WriteWithoutQuotes(ReadOnlySpan<char> text)
    {
        var isPlain = !IsNullText(text) && text.IndexOfAny(_special) < 0;
        if (isPlain)
        {
            Put(text);
            return;
        }

        var canEscape = _dialect.Escape is { } known && (!IsNullText(text) || text.Contains(known));
        if (_dialect.Escape is not { } escape || !canEscape)
        {
            throw Fault.CellNotWritable(text.ToString(), $"the text '{Shown(text)}'", "it has neither quotes nor an escape character",
                "A table that New-GlueTable -Format Csv -QuoteCharacter '\"' creates can store it.");
        }

        if (!_dialect.EscapesLineBreaks && text.IndexOfAny('\n', '\r') >= 0) throw LineBreak(text);
        foreach (var c in text)
        {
            if (c == escape || c == _dialect.Delimiter || c is '\n' or '\r') Put(escape);
            Put(c switch { '\n' => 'n', '\r' => 'r', _ => c });
        }
    }

    private static LakeException LineBreak(ReadOnlySpan<char> text) => Fault.CellNotWritable(
        text.ToString(),
        $"the text '{Shown(text)}'",
        "each line is a row in Athena",
        "A table in the format Json or Parquet can store line breaks.");

    private static string Shown(ReadOnlySpan<char> text) => text.Length > 40 ? string.Concat(text[..40], "...") : text.ToString();
}
