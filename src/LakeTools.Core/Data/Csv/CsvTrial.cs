namespace LakeTools.Core.Data.Csv;

/// <summary>The result of reading a text's first records in one dialect. Dialects are compared by it.</summary>
/// <param name="dialect">The dialect.</param>
internal sealed class CsvTrial(CsvDialect dialect)
{
    private readonly List<bool> _isWholeColumn = []; // of each column: every field below the first record that is not empty is quoted
    private readonly List<bool> _hasQuoted = [];
    private int _width;
    private int _faults;
    private int _asTheFirst;
    private bool _isNeeded;

    /// <summary>The dialect.</summary>
    public CsvDialect Dialect => dialect;

    /// <summary>The number of records, including those that could not be read.</summary>
    public int Count { get; private set; }

    /// <summary>True if some field is in quotes, or cannot be read for a quote.</summary>
    public bool IsAnyQuoted => _faults > 0 || _hasQuoted.Contains(true);

    /// <summary>True if the records have more than one field.</summary>
    public bool IsInColumns => _width > 1;

    private double Share => Count == 0 ? 0 : (double)_asTheFirst / Count;

    /// <summary>Looks at a record.</summary>
    /// <param name="reader">The reader that is on it.</param>
    public void Add(CsvReader reader)
    {
        Count++;
        if (reader.Fault != CsvFault.None)
        {
            _faults++;
            return;
        }

        var isFirst = Count - _faults == 1;
        if (isFirst) _width = reader.FieldCount;
        if (reader.FieldCount == _width) _asTheFirst++;
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (i == _hasQuoted.Count)
            {
                _hasQuoted.Add(false);
                _isWholeColumn.Add(true);
            }

            var isQuoted = reader.IsQuoted(i);
            var field = reader.GetField(i);
            _isNeeded |= isQuoted && field.IndexOfAny(dialect.Delimiter, '\n', dialect.Quote ?? '\n') >= 0;
            if (isQuoted) _hasQuoted[i] = true;
            else if (!isFirst && !field.IsWhiteSpace()) _isWholeColumn[i] = false;
        }
    }

    /// <summary>Returns whether this delimiter parts the text better than another.</summary>
    /// <param name="other">The text in the other dialect.</param>
    /// <returns>True if it does.</returns>
    public bool IsBetterThan(CsvTrial other)
    {
        if (!IsInColumns || !other.IsInColumns) return IsInColumns;
        return Share > other.Share || (Share == other.Share && _width > other._width);
    }

    /// <summary>
    /// Returns whether this quote is one, and not a character of the text. It is where every record can be read, and either a whole
    /// column is in quotes, or a field needs them and the records have one width by them only.
    /// </summary>
    /// <param name="plain">The same text without this quote.</param>
    /// <returns>True for a quote.</returns>
    public bool IsQuotedThroughout(CsvTrial plain)
    {
        if (_faults > 0 || Share < 1 || !_hasQuoted.Contains(true)) return false;
        return _hasQuoted.Where((has, i) => has && _isWholeColumn[i]).Any() || (_isNeeded && plain.Share < 1);
    }
}
