namespace LakeTools.Core.Data.Parquet;

/// <summary>The faults of the current row, and the cut values of the file.</summary>
internal sealed class ParquetRowFaults
{
    /// <summary>The column that is read.</summary>
    public string Column { get; set; } = "";

    /// <summary>The first column of the row with a value that cannot be had; null if there is none.</summary>
    public string? BadColumn { get; private set; }

    /// <summary>The reason of the row's fault.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The columns with times that were cut to 100 nanoseconds, which is the finest that .NET has.</summary>
    public List<string> Cut { get; } = [];

    /// <summary>Goes to the next row.</summary>
    public void Clear() => BadColumn = null;

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
        if (BadColumn is null) (BadColumn, Reason) = (Column, reason);
        return null;
    }
}
