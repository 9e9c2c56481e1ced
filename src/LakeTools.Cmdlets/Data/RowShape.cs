using LakeTools.Core.Data.Rows;

namespace LakeTools.Cmdlets.Data;

/// <summary>The data that rows of one class share.</summary>
/// <param name="names">The columns.</param>
/// <param name="columns">The metadata of the rows' source. Null if each value has its own type.</param>
/// <param name="make">Makes a row of the cells of a batch, at a place in it.</param>
internal sealed class RowShape(IReadOnlyList<string> names, IReadOnlyList<DataColumn>? columns, Func<CellColumn[], int, LakeRow> make)
{
    private readonly Dictionary<string, int> _places =
        names.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.OrdinalIgnoreCase);

    /// <summary>The columns.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The metadata of the rows' source for the columns.</summary>
    public IReadOnlyList<DataColumn>? Columns => columns;

    /// <summary>The position of a column.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <returns>Its place from 0; -1 where there is none.</returns>
    public int PlaceOf(string name) => _places.TryGetValue(name, out var place) ? place : -1;

    /// <summary>Creates rows of a batch, one by one, so they are collected early.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="first">The place of the first row.</param>
    /// <param name="end">The place behind the last one.</param>
    /// <returns>The rows.</returns>
    public IEnumerable<LakeRow> RowsOf(DataBatch batch, int first, int end)
    {
        var cells = batch.Cells.ToArray();
        for (var i = first; i < end; i++) yield return make(cells, i);
    }
}
