namespace LakeTools.Core.Data.Parquet;

/// <summary>A list.</summary>
/// <param name="item">Its items.</param>
/// <param name="list">The list's field: its level says that there is a list, which may be empty.</param>
/// <param name="repeated">The field that is repeated: its level says that there is an item.</param>
internal sealed class ParquetList(ParquetNode item, ParquetField list, ParquetField repeated) : ParquetNode
{
    /// <inheritdoc/>
    public override ParquetLeaf First => item.First;

    /// <inheritdoc/>
    public override object? Read()
    {
        var reached = First.Definition;
        if (reached < repeated.Definition)
        {
            Skip();
            return list.IsOptional && reached < list.Definition ? null : Array.Empty<object?>();
        }

        var items = new List<object?>();
        do items.Add(item.Read());
        while (First.Continues(repeated.Repetition));
        return items.ToArray();
    }

    /// <inheritdoc/>
    public override void Skip() => item.Skip();

    /// <inheritdoc/>
    public override void RequireRow() => item.RequireRow();

    /// <inheritdoc/>
    public override void RequireEnd() => item.RequireEnd();
}
