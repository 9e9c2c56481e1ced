using System.Collections.Specialized;

namespace LakeTools.Core.Data.Parquet;

/// <summary>A map: a list of keys and values.</summary>
/// <param name="entries">The list of entries, each a row of key and value.</param>
internal sealed class ParquetMap(ParquetList entries) : ParquetNode
{
    /// <inheritdoc/>
    public override ParquetLeaf First => entries.First;

    /// <inheritdoc/>
    public override object? Read()
    {
        if (entries.Read() is not object?[] items) return null;
        var map = new OrderedDictionary(items.Length);
        foreach (var entry in items.OfType<DataRow>())
            if (entry.Values[0] is { } key) map[key] = entry.Values[1];
        return map;
    }

    /// <inheritdoc/>
    public override void Skip() => entries.Skip();
}
