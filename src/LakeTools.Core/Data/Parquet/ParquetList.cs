namespace LakeTools.Core.Data.Parquet;

/// <summary>A list.</summary>
/// <param name="item">Its items.</param>
/// <param name="definition">The definition level at which there is an item.</param>
/// <param name="repetition">The list's repetition level.</param>
/// <param name="isNullable">True where the list may be null, which is one level below an empty one.</param>
internal sealed class ParquetList(ParquetNode item, int definition, int repetition, bool isNullable) : ParquetNode
{
    /// <inheritdoc/>
    public override ParquetLeaf First => item.First;

    /// <inheritdoc/>
    public override object? Read()
    {
        var reached = First.Definition;
        if (reached < definition)
        {
            Skip();
            return isNullable && reached < definition - 1 ? null : Array.Empty<object?>();
        }

        var items = new List<object?>();
        do items.Add(item.Read());
        while (First.Continues(repetition));
        return items.ToArray();
    }

    /// <inheritdoc/>
    public override void Skip() => item.Skip();
}
