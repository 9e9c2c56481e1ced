using LakeTools.Core.Data.Cells;

namespace LakeTools.Core.Data.Parquet;

/// <summary>A map: a list of keys and values.</summary>
/// <param name="entries">The list of entries, each a row of key and value.</param>
/// <param name="key">The type of the keys.</param>
/// <param name="faults">Takes a key that is null, which no map has.</param>
internal sealed class ParquetMap(ParquetList entries, CellType key, ParquetRowFaults faults) : ParquetNode
{
    /// <inheritdoc/>
    public override ParquetLeaf First => entries.First;

    /// <inheritdoc/>
    public override object? Read()
    {
        if (entries.Read() is not object?[] items) return null;
        var map = new LakeMap(key);
        foreach (var entry in items.OfType<DataRow>())
        {
            if (entry.Values[0] is { } name) map[name] = entry.Values.Count > 1 ? entry.Values[1] : null;
            else faults.Report("a map has a key that is null");
        }

        return map;
    }

    /// <inheritdoc/>
    public override void Skip() => entries.Skip();

    /// <inheritdoc/>
    public override void RequireRow() => entries.RequireRow();

    /// <inheritdoc/>
    public override void RequireEnd() => entries.RequireEnd();
}
