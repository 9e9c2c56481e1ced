using System.Buffers;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Csv;

/// <summary>Writes records of delimited text that <see cref="CsvReader"/> reads as the same texts and nulls.</summary>
internal sealed class CsvWriter
{
    private readonly TextWriter _writer;
    private readonly CsvDialect _dialect;
    private readonly SearchValues<char> _special;
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
    }

    /// <summary>Writes a null as the dialect does.</summary>
    public void WriteNull()
    {
        _isBlank = _isFirst;
        BeginField();
        _writer.Write(_dialect.NullText);
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

    /// <summary>Ends the record.</summary>
    public void EndRecord()
    {
        // A record of a lone null would be an empty line, which is left out on reading.
        if (_isBlank && string.IsNullOrEmpty(_dialect.NullText) && _dialect.Quote is { } quote)
        {
            _writer.Write(quote);
            _writer.Write(quote);
        }

        _writer.Write('\n');
        _isFirst = _isBlank = true;
    }

    private void BeginField()
    {
        if (!_isFirst) _writer.Write(_dialect.Delimiter);
        _isFirst = false;
    }

    private bool IsNullText(ReadOnlySpan<char> text) => _dialect.NullText is { } nullText && text.SequenceEqual(nullText);

    private void WriteWithQuotes(ReadOnlySpan<char> text, char quote)
    {
        if (text.Length > 0 && !IsNullText(text) && text.IndexOfAny(_special) < 0)
        {
            _writer.Write(text);
            return;
        }

        _writer.Write(quote);
        foreach (var c in text)
        {
            if (c == quote) _writer.Write(quote);
            else if (c == _dialect.Escape) _writer.Write(c);
            _writer.Write(c);
        }

        _writer.Write(quote);
    }

    private void WriteWithoutQuotes(ReadOnlySpan<char> text)
    {
        var isPlain = !IsNullText(text) && text.IndexOfAny(_special) < 0;
        if (isPlain)
        {
            _writer.Write(text);
            return;
        }

        var canEscape = _dialect.Escape is { } known && (!IsNullText(text) || text.Contains(known));
        if (_dialect.Escape is not { } escape || !canEscape || text.IndexOfAny('\n', '\r') >= 0)
        {
            throw Fault.CellNotWritable(text.ToString(), text.Length > 40 ? string.Concat(text[..40], "...") : text.ToString());
        }

        foreach (var c in text)
        {
            if (c == escape || c == _dialect.Delimiter) _writer.Write(escape);
            _writer.Write(c);
        }
    }
}
