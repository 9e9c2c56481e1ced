namespace LakeTools.Core.Data.Rows;

/// <summary>What is not read of a file: times beyond 100 nanoseconds, the precision of .NET, and fields whose names are almost those of
/// columns. Each is reported once.</summary>
/// <param name="path">The file.</param>
/// <param name="warn">Receives them; or null.</param>
internal sealed class CutTimes(string path, Action<string>? warn)
{
    private readonly List<string> _columns = [];
    private readonly HashSet<string> _unread = [];
    private int _told;

    /// <summary>Takes a time that was cut.</summary>
    /// <param name="column">Its column.</param>
    public void Add(string column)
    {
        if (!_columns.Contains(column)) _columns.Add(column);
    }

    /// <summary>Takes a field that is not read, because only its name as Hive would write it is the name of a column.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="column">The column.</param>
    public void AddUnread(string field, string column)
    {
        if (_unread.Add(field))
            warn?.Invoke($"{path}: the field '{field}' is not the column {column}. Athena reads fields by their own names.");
    }

    /// <summary>Tells the columns that were added since the last call.</summary>
    public void Tell()
    {
        for (; _told < _columns.Count; _told++)
            warn?.Invoke($"{path}: times of {_columns[_told]} are more precise than 100 nanoseconds, and are truncated.");
    }
}
