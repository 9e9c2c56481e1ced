namespace LakeTools.Core.Data.Parquet;

/// <summary>The faults of the rows that are read, and the cut values of the file.</summary>
internal sealed class ParquetRowFaults
{
    /// <summary>The column that is read.</summary>
    public string Column { get; set; } = "";

    /// <summary>The place of the row that is read in its batch.</summary>
    public int Row { get; set; }

    /// <summary>The rows with a value that cannot be had, by their place: the first column with one, and the reason.</summary>
    public SortedDictionary<int, (string Column, string Reason)> Bad { get; } = [];

    /// <summary>The columns with times that were cut to 100 nanoseconds, which is the finest that .NET has.</summary>
    public List<string> Cut { get; } = [];

    /// <summary>Takes a time of the column that was cut.</summary>
    public void ReportCut()
    {
        if (!Cut.Contains(Column)) Cut.Add(Column);
    }

    /// <summary>Takes a value that cannot be had.</summary>
    /// <param name="reason">The reason of the row's fault.</param>
    /// <returns>Null, in the value's place.</returns>
    public object? Report(string reason)
    {
        Bad.TryAdd(Row, (Column, reason));
        return null;
    }
}
