using LakeTools.Core.Data.Rows;

namespace LakeTools.Core.Data.Parquet;

/// <summary>The faults of the rows that are read, and the cut values of the file.</summary>
/// <param name="cut">Takes the columns with times that were cut.</param>
internal sealed class ParquetRowFaults(CutTimes cut)
{
    /// <summary>The column that is read.</summary>
    public string Column { get; set; } = "";

    /// <summary>The place of the row that is read in its batch.</summary>
    public int Row { get; set; }

    /// <summary>The rows with a value that cannot be had, by their place: the first column with one, and the reason.</summary>
    public SortedDictionary<int, (string Column, string Reason)> Bad { get; } = [];

    /// <summary>Takes a time of the column that was cut.</summary>
    public void ReportCut() => cut.Add(Column);

    /// <summary>Takes a value that cannot be had.</summary>
    /// <param name="reason">The reason of the row's fault.</param>
    /// <returns>Null, in the value's place.</returns>
    public object? Report(string reason)
    {
        Bad.TryAdd(Row, (Column, reason));
        return null;
    }
}
