using LakeTools.Core.Data.Rows;

namespace LakeTools.Cmdlets.Data;

/// <summary>Finds the class of the rows of batches that come one after the other, most of which have the same columns.</summary>
internal sealed class BatchShape
{
    private IReadOnlyList<string>? _names;
    private IReadOnlyList<DataColumn>? _columns;
    private Type[] _types = [];
    private RowShape? _shape;

    /// <summary>The class of the rows of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <returns>The class. Null for custom objects.</returns>
    public RowShape? Of(DataBatch batch)
    {
        if (IsSame(batch)) return _shape;
        _shape = RowShapes.Of(batch);
        (_names, _columns) = (batch.ColumnNames, batch.Columns);
        _types = [.. batch.Cells.Select(cells => cells.GetType())];
        return _shape;
    }

    private bool IsSame(DataBatch batch)
    {
        if (!ReferenceEquals(_names, batch.ColumnNames) || !ReferenceEquals(_columns, batch.Columns)) return false;
        for (var i = 0; i < _types.Length; i++)
            if (batch.Cells[i].GetType() != _types[i]) return false;
        return true;
    }
}
