using System.Buffers;
using LakeTools.Core.Errors;

namespace LakeTools.Core.Data;

/// <summary>Writes records of delimited text that <see cref="CsvReader"/> reads as the same texts and nulls.</summary>
internal sealed class CsvWriter
{
    private readonly TextWriter _writer;
    private readonly CsvDialect _dialect;
    private readonly SearchValues<char> _special;
    private bool _isFirst = true;
    private bool _isBlank = true;

    /// <summary>Makes a writer. The text writer stays the caller's.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="dialect">How to write. A header is written as any record.</param>
    public CsvWriter(TextWriter writer, CsvDialect dialect)
    {
        _writer = writer;
        _dialect = dialect;
        char[] special = [dialect.Delimiter, '\n', '\r', dialect.Quote ?? dialect.Delimiter, dialect.Escape ?? dialect.Delimiter];
        _special = SearchValues.Create(special);
    }

    /// <summary>Writes a field; null as the dialect writes it.</summary>
    /// <param name="text">The text, or null.</param>
    /// <exception cref="LakeException"><c>CellNotWritable</c> where the dialect has no way to write the text.</exception>
    public void WriteField(string? text)
    {
        if (!_isFirst) _writer.Write(_dialect.Delimiter);
        _isBlank = _isFirst && text is null;
        _isFirst = false;
        if (text is null) _writer.Write(_dialect.NullText);
        else if (_dialect.Quote is { } quote) WriteWithQuotes(text, quote);
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

    private void WriteWithQuotes(string text, char quote)
    {
        if (text.Length > 0 && text != _dialect.NullText && text.AsSpan().IndexOfAny(_special) < 0)
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

    private void WriteWithoutQuotes(string text)
    {
        var isPlain = text != _dialect.NullText && text.AsSpan().IndexOfAny(_special) < 0;
        if (isPlain)
        {
            _writer.Write(text);
            return;
        }

        var canEscape = _dialect.Escape is { } known && (text != _dialect.NullText || text.Contains(known, StringComparison.Ordinal));
        if (_dialect.Escape is not { } escape || !canEscape || text.AsSpan().IndexOfAny('\n', '\r') >= 0)
        {
            throw new LakeException(nameof(Errors.Errors.CellNotWritable), LakeErrorCategory.InvalidData, text, Errors.Errors.CellNotWritable,
                text.Length > 40 ? text[..40] + "..." : text);
        }

        foreach (var c in text)
        {
            if (c == escape || c == _dialect.Delimiter) _writer.Write(escape);
            _writer.Write(c);
        }
    }
}
