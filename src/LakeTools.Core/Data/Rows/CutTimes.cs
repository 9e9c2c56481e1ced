namespace LakeTools.Core.Data.Rows;

/// <summary>The columns of a file with times that were cut to 100 nanoseconds, the precision of .NET. Each is reported
/// once.</summary>
/// <param name="path">The file.</param>
/// <param name="warn">Receives them; or null.</param>
internal sealed class CutTimes(string path, Action<string>? warn)
{
    private readonly List<string> _columns = [];
    private int _told;

    /// <summary>Takes a time that was cut.</summary>
    /// <param name="column">Its column.</param>
    public void Add(string column)
    {
        if (!_columns.Contains(column)) _columns.Add(column);
    }

    /// <summary>Tells the columns that were added since the last call.</summary>
    public void Tell()
    {
        for (; _told < _columns.Count; _told++)
            warn?.Invoke($"{path}: times of {_columns[_told]} are more precise than 100 nanoseconds, and are truncated.");
    }
}
