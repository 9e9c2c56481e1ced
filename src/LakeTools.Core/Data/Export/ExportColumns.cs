using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Export;

/// <summary>The columns of an export: which go into files and which become folders, and of what type they are.</summary>
internal sealed class ExportColumns
{
    private readonly IReadOnlyList<ExportColumn> _columns;
    private readonly CellType?[] _types;
    private readonly int[] _places;

    /// <summary>Parts the columns.</summary>
    /// <param name="columns">All columns, in the rows' order.</param>
    /// <param name="keys">Those that become folders.</param>
    public ExportColumns(IReadOnlyList<ExportColumn> columns, IReadOnlyList<GlueColumn> keys)
    {
        _columns = columns;
        _types = columns.Select(column => column.Type is null ? (CellType?)null : CellType.FromHive(column.Type)).ToArray();

        // A place of 0 or more is the column's in the files, -1 the first key, -2 the second.
        _places = new int[columns.Count];
        var files = new List<FileColumn>();
        for (var i = 0; i < columns.Count; i++)
        {
            var key = keys.Select(item => item.Name).ToList().FindIndex(name => name.Equals(columns[i].Name,
                StringComparison.OrdinalIgnoreCase));
            _places[i] = key >= 0 ? -1 - key : files.Count;
            if (key < 0) files.Add(new FileColumn(columns[i].Name, _types[i]));
        }

        OfFiles = files;
    }

    /// <summary>The columns of the files.</summary>
    public IReadOnlyList<FileColumn> OfFiles { get; }

    /// <summary>Makes a row's values those of the columns' types.</summary>
    /// <param name="values">The values, in the columns' order.</param>
    /// <param name="row">The row, for errors; null where that is the values.</param>
    /// <param name="number">The row's number, from 1.</param>
    /// <param name="cells">Takes the values for the file.</param>
    /// <param name="keys">Takes the texts for the folders.</param>
    /// <exception cref="LakeException"><c>ValueNotOfType</c>, <c>PartitionValueMissing</c>.</exception>
    public void Convert(IReadOnlyList<object?> values, object? row, long number, object?[] cells, string[] keys)
    {
        for (var i = 0; i < _places.Length; i++)
        {
            object? cell = null;
            if (values[i] is { } value && !(CellConversion.TryConvert(value, _types[i], out cell) && ExactCell.Is(value, cell)))
            {
                throw Fault.ValueNotOfType(
                    row ?? RowOf(values),
                    number,
                    _columns[i].Name,
                    CellText.Format(value, CellKind.Text),
                    _columns[i].Type ?? "text");
            }

            if (_places[i] >= 0) cells[_places[i]] = cell;
            else keys[-1 - _places[i]] = KeyText(cell, i, values, row, number);
        }
    }

    private string KeyText(object? cell, int column, IReadOnlyList<object?> values, object? row, long number)
    {
        var kind = _types[column]?.Kind ?? (cell is DateTime { TimeOfDay.Ticks: 0 } ? CellKind.Date : CellKind.Text);
        var text = cell is null ? "" : CellText.Format(cell, kind);
        return text.Length > 0 ? text : throw Fault.PartitionValueMissing(row ?? RowOf(values), number, _columns[column].Name);
    }

    private DataRow RowOf(IReadOnlyList<object?> values) => new(_columns.Select(column => column.Name).ToArray(), values);
}
