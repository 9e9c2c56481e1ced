using System.Globalization;
using System.Runtime.ExceptionServices;
using LakeTools.Core.Data.Cells;

namespace LakeTools.Core.Data.Csv;

/// <summary>Finds out how delimited text is written from the beginning of it.</summary>
internal static class CsvSniffer
{
    private const int RecordsLookedAt = 100;
    private const int HeadLength = 64 * 1024;
    private const int LongestHead = 64 * HeadLength; // of files whose first two lines are longer than a head
    private const int LongName = 64;

    /// <summary>The delimiters that are looked for.</summary>
    public static ReadOnlySpan<char> Delimiters => [',', '\t', ';', '|'];

    /// <summary>
    /// Finds how a text is written: the delimiter that parts the most records as the first, and into the most fields; the quote; and
    /// whether it has a header.
    /// </summary>
    /// <param name="lines">The text's beginning in whole lines.</param>
    /// <param name="hints">The known properties.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>What the beginning says; a comma where the text has one column.</returns>
    public static async Task<CsvLook> LookAsync(string lines, CsvHints hints, CancellationToken cancellationToken)
    {
        var separator = SeparatorLine(lines);
        var body = separator is null ? lines : lines[(lines.IndexOfAny(['\n', '\r']) is var end and >= 0 ? end : lines.Length)..];
        var delimiters = (hints.Delimiter ?? separator) is { } known ? [known] : Delimiters.ToArray();
        CsvTrial? best = null;
        foreach (var delimiter in delimiters)
        {
            var trial = await TryAsync(body, new CsvDialect(delimiter, hints.Quote ?? '"'), cancellationToken).ConfigureAwait(false);
            if (hints.Quote is null && !trial.IsAnyQuoted)
            {
                var single = await TryAsync(body, new CsvDialect(delimiter, '\''), cancellationToken).ConfigureAwait(false);
                if (single.IsQuotedThroughout(trial)) trial = single;
            }

            if (best is null || trial.IsBetterThan(best)) best = trial;
        }

        var skipped = separator is null ? 0 : 1;
        var all = await ReadAsync(lines, best!.Dialect, RecordsLookedAt + skipped, cancellationToken).ConfigureAwait(false);
        string[][] records = [.. all.Skip(skipped)];
        // Where the first record cannot be read, the file has an error either way. Other records do not say what it is.
        var isBad = records.FirstOrDefault() is [];
        var header = hints.Header is { } isNamed ? isNamed ? CsvHeader.Yes : CsvHeader.No : isBad ? CsvHeader.Yes : HeaderOf(records);
        return new CsvLook(best.Dialect with { HeaderLines = skipped }, header, records.FirstOrDefault() ?? [], records.Length > 1);
    }

    /// <summary>
    /// Reads the beginning of a text, by which it is judged whether it has a header. The same text has the same beginning, always.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The text from its beginning, and the lines that are whole of what was read of it.</returns>
    public static async Task<(PrefixedText Text, string Lines)> HeadAsync(TextReader text, CancellationToken cancellationToken)
    {
        var buffer = new char[HeadLength];
        var length = 0;
        var isAll = false;
        ExceptionDispatchInfo? fault = null;
        try
        {
            while (!isAll)
            {
                if (length == buffer.Length)
                {
                    if (length >= LongestHead || buffer.Count('\n') > 1) break;
                    Array.Resize(ref buffer, 2 * length);
                }

                var read = await text.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                isAll = read == 0;
                length += read;
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            fault = ExceptionDispatchInfo.Capture(error); // thrown behind the rows that are there
        }

        var head = new string(buffer, 0, length);
        return (new PrefixedText(head, text, fault), isAll ? head : WholeLines(head));
    }

    /// <summary>The lines of a text that is cut, without the last one, which may not be whole.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The lines; the text itself where it has one line only.</returns>
    public static string WholeLines(string text)
    {
        var last = text.LastIndexOf('\n');
        return last > 0 ? text[..(last + 1)] : text;
    }

    /// <summary>The delimiter that a first line <c>sep=;</c> names, as Excel writes it; null if there is none.</summary>
    /// <param name="text">The text's beginning.</param>
    public static char? SeparatorLine(ReadOnlySpan<char> text) =>
        text.Length > 4 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && (text.Length == 5 || text[5] is '\n' or '\r')
        && text[4] is not ('\n' or '\r') ? text[4] : null;

    /// <summary>
    /// Returns whether the first record names the columns. It does where some column is typed below it and not in it, and no column is
    /// of one type throughout; years may head columns of other numbers. Where all is text, it may where its fields are different
    /// and do not come again in their columns, and none of them looks like a value. Names may be empty or stand twice.
    /// </summary>
    /// <param name="records">The records.</param>
    /// <returns>Whether it does.</returns>
    public static CsvHeader HeaderOf(IReadOnlyList<string[]> records)
    {
        if (records.Count == 0 || records[0].All(string.IsNullOrWhiteSpace)) return CsvHeader.No;
        var first = records[0];
        var below = records.Skip(1).Where(record => record.Length == first.Length).ToList();
        var (isOverTypes, isAgain, hasValue) = (false, false, false);
        for (var i = 0; i < first.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(first[i])) continue;
            var column = below.Select(record => record[i]).ToList();
            var isTyped = IsTyped(column);
            if (isTyped && IsTyped([first[i], .. column]) && !IsYearAbove(first[i], column)) return CsvHeader.No;
            if (!isTyped && IsTyped([first[i]]) && !IsYear(first[i])) return CsvHeader.No;
            isOverTypes |= isTyped;
            isAgain |= column.Contains(first[i], StringComparer.OrdinalIgnoreCase);
            hasValue |= IsValue(first[i], column);
        }

        if (isOverTypes) return CsvHeader.Yes;
        var names = first.Where(field => !string.IsNullOrWhiteSpace(field)).ToList();
        var areNames = !isAgain && !hasValue && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count;
        return areNames ? CsvHeader.Possible : CsvHeader.No;
    }

    /// <summary>Reads the first records.</summary>
    /// <param name="sample">The text.</param>
    /// <param name="dialect">The dialect of the text.</param>
    /// <param name="count">The maximum number of records.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The records' fields; none of a bad record.</returns>
    public static async Task<List<string[]>> ReadAsync(string sample, CsvDialect dialect, int count, CancellationToken cancellationToken)
    {
        using var reader = new CsvReader(new StringReader(sample), dialect);
        var records = new List<string[]>();
        while (records.Count < count && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var fields = new string[reader.Fault == CsvFault.None ? reader.FieldCount : 0];
            for (var i = 0; i < fields.Length; i++) fields[i] = reader.GetField(i).ToString();
            records.Add(fields);
        }

        return records;
    }

    private static async Task<CsvTrial> TryAsync(string text, CsvDialect dialect, CancellationToken cancellationToken)
    {
        using var reader = new CsvReader(new StringReader(text), dialect);
        var trial = new CsvTrial(dialect);
        while (trial.Count < RecordsLookedAt && await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) trial.Add(reader);
        return trial;
    }

    private static bool IsTyped(IEnumerable<string> texts)
    {
        var guess = new ColumnTypeGuess();
        foreach (var text in texts)
            if (text != CsvDialect.HiveNull) guess.Add(text);
        return guess.IsTyped && guess.Type.Kind != CellKind.Text;
    }

    private static bool IsYearAbove(string field, List<string> column) =>
        IsYear(field) && column.TrueForAll(text => string.IsNullOrWhiteSpace(text) || !IsYear(text));

    private static bool IsYear(string text) => text.AsSpan().Trim() is { Length: 4 } year
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1800 and < 2200;

    // A long text or one with line breaks or quotes may be a name, but not where the texts below it are of this kind, or where there
    // are none. An e-mail address is no name.
    private static bool IsValue(string field, List<string> column)
    {
        return IsAddress(field.AsSpan().Trim()) || IsAlike(IsLong) || IsAlike(text => text.AsSpan().IndexOfAny('\n', '\r', '"') >= 0);

        bool IsAlike(Predicate<string> isOfKind) => isOfKind(field) && (column.Count == 0 || column.Exists(isOfKind));
    }

    private static bool IsLong(string text) => text.AsSpan().Trim().Length > LongName;

    private static bool IsAddress(ReadOnlySpan<char> text) => text.IndexOf('@') is var at and > 0
        && text[(at + 1)..].IndexOf('.') > 0 && text.IndexOfAny(" \t\n") < 0;
}
