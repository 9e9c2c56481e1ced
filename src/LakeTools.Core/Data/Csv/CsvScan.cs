using System.Buffers;

namespace LakeTools.Core.Data.Csv;

/// <summary>Finds the fields of one record after the other, whatever their form.</summary>
/// <param name="text">The text.</param>
/// <param name="dialect">The dialect of the text.</param>
/// <param name="fields">Takes the fields.</param>
internal sealed class CsvScan(CsvText text, CsvDialect dialect, CsvFields fields)
{
    private const int LongestRecord = 16 * 1024 * 1024;

    private readonly SearchValues<char> _fieldEnds = SearchValues.Create(dialect is { Escape: { } escape }
        ? [dialect.Delimiter, '\n', '\r', escape]
        : [dialect.Delimiter, '\n', '\r']);

    private readonly SearchValues<char> _quotedEnds = SearchValues.Create(dialect is { Quote: { } quote, Escape: { } inQuotes }
        ? [quote, '\n', '\r', inQuotes] : [dialect.Quote ?? '\n', '\n', '\r']);

    /// <summary>The line on which the record begins; the first line is 1.</summary>
    public long Line { get; private set; }

    /// <summary>The line on which the next record begins.</summary>
    public long NextLine { get; set; } = 1;

    /// <summary>The record's fault; the faulty field is the one after the last that was found.</summary>
    public CsvFault Fault { get; set; }

    /// <summary>Adds the record's fields, as far as they are buffered. Goes no further where the buffer ends within the record.</summary>
    public CsvOutcome Record()
    {
        var position = text.Start;
        var line = NextLine;
        if (!dialect.EmptyLineIsRow)
        {
            while (position < text.End && text.Buffer[position] is '\n' or '\r')
            {
                if (!TryPassLineEnd(ref position)) return CsvOutcome.NeedsMore;
                line++;
            }

            text.Start = position;
            NextLine = line;
        }

        if (position == text.End) return text.IsAtEnd ? CsvOutcome.Nothing : CsvOutcome.NeedsMore;
        Fault = CsvFault.None;
        Line = line;
        while (true)
        {
            var isLast = false;
            var outcome = dialect.Quote is { } quote && position < text.End && text.Buffer[position] == quote
                ? Quoted(quote, ref position, ref line, ref isLast)
                : Plain(ref position, ref line, ref isLast);
            if (outcome == CsvOutcome.NeedsMore) return outcome;
            if (!isLast) continue;
            text.Start = position;
            NextLine = line;
            return CsvOutcome.Record;
        }
    }

    private CsvOutcome Plain(ref int position, ref long line, ref bool isLast)
    {
        var start = position;
        var hasEscapes = false;
        while (true)
        {
            var found = text.Buffer.AsSpan(position, text.End - position).IndexOfAny(_fieldEnds);
            if (found < 0)
            {
                if (!text.IsAtEnd) return AtBufferEnd(ref position, ref line, ref isLast, CsvFault.TooLong);
                fields.Add(start, text.End - start, Form(false, hasEscapes));
                position = text.End;
                isLast = true;
                return CsvOutcome.Record;
            }

            position += found;
            var stop = text.Buffer[position];
            if (stop != dialect.Delimiter && stop is not ('\n' or '\r'))
            {
                if (position + 1 >= text.End && !text.IsAtEnd) return CsvOutcome.NeedsMore;
                hasEscapes = true;
                position = Math.Min(position + (IsEscapable(position + 1) ? 2 : 1), text.End);
                continue;
            }

            var length = position - start;
            if (!TryPassFieldEnd(ref position, ref line, ref isLast)) return CsvOutcome.NeedsMore;
            fields.Add(start, length, Form(false, hasEscapes));
            return CsvOutcome.Record;
        }
    }

    private CsvOutcome Quoted(char quote, ref int position, ref long line, ref bool isLast)
    {
        var start = ++position;
        var hasEscapes = false;
        while (true)
        {
            var found = text.Buffer.AsSpan(position, text.End - position).IndexOfAny(_quotedEnds);
            if (found < 0) return AtBufferEnd(ref position, ref line, ref isLast, CsvFault.OpenQuote);
            position += found;
            var stop = text.Buffer[position];
            if (stop is '\n' or '\r')
            {
                if (!TryPassLineEnd(ref position)) return CsvOutcome.NeedsMore;
                line++;
                continue;
            }

            if (position + 1 >= text.End && !text.IsAtEnd) return CsvOutcome.NeedsMore;
            var isDoubled = stop == quote && position + 1 < text.End && text.Buffer[position + 1] == quote;
            if (stop != quote || isDoubled)
            {
                hasEscapes = true;
                position = Math.Min(position + (IsLineEnd(position + 1) ? 1 : 2), text.End);
                continue;
            }

            var length = position++ - start;
            if (position < text.End && text.Buffer[position] != dialect.Delimiter && !IsLineEnd(position))
                return SkipLine(CsvFault.TextAfterQuote, ref position, ref line, ref isLast);
            if (!TryPassFieldEnd(ref position, ref line, ref isLast)) return CsvOutcome.NeedsMore;
            fields.Add(start, length, Form(true, hasEscapes));
            return CsvOutcome.Record;
        }
    }

    /// <summary>
    /// The buffer ends within a field: more is needed, or the record is beyond mending and its first line is left behind.
    /// </summary>
    private CsvOutcome AtBufferEnd(ref int position, ref long line, ref bool isLast, CsvFault fault)
    {
        if (!text.IsAtEnd && text.End - text.Start < LongestRecord) return CsvOutcome.NeedsMore;
        position = text.Start;
        line = Line;
        return SkipLine(fault, ref position, ref line, ref isLast);
    }

    private CsvOutcome SkipLine(CsvFault fault, ref int position, ref long line, ref bool isLast)
    {
        var found = text.Buffer.AsSpan(position, text.End - position).IndexOfAny('\n', '\r');
        if (found < 0 && !text.IsAtEnd && text.End - text.Start < LongestRecord) return CsvOutcome.NeedsMore;
        position = found < 0 ? text.End : position + found;
        if (found >= 0)
        {
            if (!TryPassLineEnd(ref position)) return CsvOutcome.NeedsMore;
            line++;
        }

        Fault = fault;
        isLast = true;
        return CsvOutcome.Record;
    }

    private bool TryPassFieldEnd(ref int position, ref long line, ref bool isLast)
    {
        if (position >= text.End)
        {
            isLast = true;
            return true;
        }

        if (text.Buffer[position] == dialect.Delimiter)
        {
            position++;

            // A delimiter at the very end is followed by one more, empty field, which Plain finds.
            return true;
        }

        if (!TryPassLineEnd(ref position)) return false;
        line++;
        isLast = true;
        return true;
    }

    private bool TryPassLineEnd(ref int position)
    {
        if (text.Buffer[position] == '\r')
        {
            if (position + 1 >= text.End && !text.IsAtEnd) return false;
            if (position + 1 < text.End && text.Buffer[position + 1] == '\n') position++;
        }

        position++;
        return true;
    }

    private static CsvFieldForm Form(bool isQuoted, bool hasEscapes) =>
        (isQuoted ? CsvFieldForm.Quoted : CsvFieldForm.Plain) | (hasEscapes ? CsvFieldForm.Escaped : CsvFieldForm.Plain);

    // No escape outside of quotes reaches beyond its line. Where there are quotes, it is only for itself and the quote.
    private bool IsEscapable(int position) => dialect.Quote is null
        ? !IsLineEnd(position) : position < text.End && (text.Buffer[position] == dialect.Escape || text.Buffer[position] == dialect.Quote);

    private bool IsLineEnd(int position) => position < text.End && text.Buffer[position] is '\n' or '\r';
}
