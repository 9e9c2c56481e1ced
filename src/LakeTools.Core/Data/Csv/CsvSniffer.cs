using LakeTools.Core.Data.Cells;

namespace LakeTools.Core.Data.Csv;

/// <summary>Finds out how delimited text is written from the beginning of it.</summary>
internal static class CsvSniffer
{
    private const int RecordsForDelimiter = 100;
    private static readonly char[] s_delimiters = [',', '\t', ';', '|'];

    /// <summary>Finds the delimiter: the one that parts the most records as the first, and into the most fields.</summary>
    /// <param name="sample">The text's beginning.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The delimiter; a comma where the text has one column.</returns>
    public static async Task<char> FindDelimiterAsync(string sample, CancellationToken cancellationToken)
    {
        var best = (Delimiter: ',', Share: 0d, Fields: 1);
        foreach (var delimiter in s_delimiters)
        {
            var records = await ReadAsync(sample, new CsvDialect(delimiter), RecordsForDelimiter, cancellationToken).ConfigureAwait(false);
            if (records.Count == 0 || records[0].Length < 2) continue;
            var fields = records[0].Length;
            var share = (double)records.Count(record => record.Length == fields) / records.Count;
            if (share > best.Share || (share == best.Share && fields > best.Fields)) best = (delimiter, share, fields);
        }

        return best.Delimiter;
    }

    /// <summary>
    /// Tells whether the first record names the columns. It does where some column is typed below it and not in it; where
    /// all is text, it does where its fields are different names that do not come again in their columns. The first may be
    /// empty, as pandas writes the header of its index.
    /// </summary>
    /// <param name="records">The records.</param>
    /// <returns>True for a header.</returns>
    public static bool HasHeader(IReadOnlyList<string[]> records)
    {
        if (records.Count == 0) return false;
        var first = records[0];
        if (first.Skip(1).Any(string.IsNullOrWhiteSpace) || first.Any(field => IsTyped([field])) || first.All(string.IsNullOrWhiteSpace))
            return false;
        if (first.Distinct(StringComparer.OrdinalIgnoreCase).Count() < first.Length) return false;
        var below = records.Skip(1).Where(record => record.Length == first.Length).ToList();
        for (var i = 0; i < first.Length; i++)
        {
            var column = below.Select(record => record[i]).ToList();
            if (IsTyped(column)) return true;
            if (column.Contains(first[i], StringComparer.OrdinalIgnoreCase)) return false;
        }

        return first.All(field => field.Length == 0 || IsName(field));
    }

    /// <summary>Reads the first records.</summary>
    /// <param name="sample">The text.</param>
    /// <param name="dialect">How it is written.</param>
    /// <param name="count">How many records, at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The records' fields; bad records are left out.</returns>
    public static async Task<List<string[]>> ReadAsync(string sample, CsvDialect dialect, int count, CancellationToken cancellationToken)
    {
        using var reader = new CsvReader(new StringReader(sample), dialect);
        var records = new List<string[]>();
        while (records.Count < count && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (reader.Fault != CsvFault.None) continue;
            var fields = new string[reader.FieldCount];
            for (var i = 0; i < fields.Length; i++) fields[i] = reader.GetField(i).ToString();
            records.Add(fields);
        }

        return records;
    }

    private static bool IsTyped(IEnumerable<string> texts)
    {
        var guess = new ColumnTypeGuess();
        foreach (var text in texts) guess.Add(text);
        return guess.IsTyped && guess.Type.Kind != CellKind.Text;
    }

    private static bool IsName(string field)
    {
        var text = field.AsSpan().Trim();
        return text.Length is > 0 and <= 64 && (char.IsLetter(text[0]) || text[0] == '_') && text.IndexOfAny("\n\r\"@\\") < 0;
    }
}
