using System.Text;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Export;

/// <summary>The columns of an export: which go into files and which become folders, and of what type they are.</summary>
internal sealed class ExportColumns
{
    private readonly IReadOnlyList<GlueColumn> _keys;
    private readonly List<ExportColumn> _columns = [];
    private readonly List<CellType?> _types = [];
    private readonly List<int> _places = []; // 0 or more is the column's in the files, -1 the first key, -2 the second
    private readonly List<FileColumn> _files = [];
    private readonly Encoding _encoding;

    /// <summary>Parts the columns.</summary>
    /// <param name="columns">All columns, in the rows' order.</param>
    /// <param name="keys">The partition keys, which become folders.</param>
    /// <param name="encoding">The encoding of texts.</param>
    /// <exception cref="LakeException"><c>TextNotWritable</c> where a name has a character that the encoding does not have.</exception>
    public ExportColumns(IReadOnlyList<ExportColumn> columns, IReadOnlyList<GlueColumn> keys, Encoding encoding)
    {
        (_keys, _encoding) = (keys, encoding);
        foreach (var column in columns) Add(column);
    }

    /// <summary>The columns of the files.</summary>
    public IReadOnlyList<FileColumn> OfFiles => _files;

    /// <summary>Adds a column behind the others, where files may have more.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="LakeException"><c>TextNotWritable</c>.</exception>
    public void Add(ExportColumn column)
    {
        if (!WritableText.IsWritable(column.Name, _encoding)) throw Fault.TextNotWritable(column.Name, 1, column.Name, _encoding.WebName);
        var type = column.CellType ?? (column.Type is null ? (CellType?)null : CellType.FromHive(column.Type));
        var key = _keys.Select(item => item.Name).ToList().FindIndex(name => name.Equals(column.Name, StringComparison.OrdinalIgnoreCase));
        _columns.Add(column);
        _types.Add(type);
        _places.Add(key >= 0 ? -1 - key : _files.Count);
        if (key < 0) _files.Add(new FileColumn(column.Name, type));
    }

    /// <summary>Makes a row's values those of the columns' types.</summary>
    /// <param name="values">The values, in the columns' order.</param>
    /// <param name="row">The row, for errors; null if that is the values.</param>
    /// <param name="number">The row's number, from 1.</param>
    /// <param name="cells">Takes the values for the file.</param>
    /// <param name="keys">Takes the texts for the folders.</param>
    /// <exception cref="LakeException"><c>ValueNotOfType</c>, <c>TextNotWritable</c>, <c>PartitionValueMissing</c>.</exception>
    public void Convert(IReadOnlyList<object?> values, object? row, long number, object?[] cells, string[] keys)
    {
        for (var i = 0; i < _places.Count; i++)
        {
            if (ReferenceEquals(values[i], NoCell.Value))
            {
                if (_places[i] >= 0) cells[_places[i]] = NoCell.Value;
                else KeyText(null, i, values, row, number);
                continue;
            }

            object? cell = null;
            var conversion = _columns[i].IsGuessed ? CellConversion.Guessed : CellConversion.Chosen;
            if (values[i] is { } value && !conversion.TryConvert(value, _types[i], out cell))
            {
                throw Fault.ValueNotOfType(
                    row ?? RowOf(values),
                    number,
                    _columns[i].Name,
                    CellText.Format(value, CellKind.Text),
                    _columns[i].Type ?? "text");
            }

            if (!WritableText.IsWritable(cell, _encoding))
                throw Fault.TextNotWritable(row ?? RowOf(values), number, _columns[i].Name, _encoding.WebName);
            if (_places[i] >= 0) cells[_places[i]] = cell;
            else keys[-1 - _places[i]] = KeyText(cell, i, values, row, number);
        }
    }

    /// <summary>Requires that a row's values can be written into a file with another encoding than the others.</summary>
    /// <param name="cells">The values for the file.</param>
    /// <param name="encoding">The encoding of the file.</param>
    /// <param name="row">The row, for errors; null if that is the values.</param>
    /// <param name="number">The row's number, from 1.</param>
    /// <exception cref="LakeException"><c>TextNotWritable</c>.</exception>
    public void RequireWritable(object?[] cells, Encoding encoding, object? row, long number)
    {
        for (var i = 0; i < _files.Count; i++)
        {
            if (WritableText.IsWritable(_files[i].Name, encoding) && WritableText.IsWritable(cells[i], encoding)) continue;
            throw Fault.TextNotWritable(
                row ?? new DataRow(_files.Select(column => column.Name).ToArray(), [.. cells]),
                number,
                _files[i].Name,
                encoding.WebName);
        }
    }

    /// <summary>The columns of a batch for the files, where each of their cells is a value of its column's type as it is.</summary>
    /// <param name="batch">The batch, which came by column.</param>
    /// <param name="places">The place of each of its columns among all; less than 0 for one that is left out.</param>
    /// <returns>A column for each of the files'; null where cells must be looked at one by one.</returns>
    public IReadOnlyList<CellColumn>? AsTheyAre(DataBatch batch, int[] places)
    {
        if (_keys.Count > 0) return null;
        var columns = new CellColumn[_files.Count];
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] < 0) continue;
            if (!IsAsItIs(batch.Cells[i], _types[places[i]], batch.Columns?[i].Type, batch.RowCount)) return null;
            columns[places[i]] = batch.Cells[i];
        }

        return Array.TrueForAll(columns, column => column is not null) ? columns : null;
    }

    private bool IsAsItIs(CellColumn cells, CellType? type, string? from, int rows) => cells switch
    {
        ValueColumn<int> => type?.Kind is null or CellKind.Int,
        ValueColumn<long> => type?.Kind is null or CellKind.BigInt,
        ValueColumn<double> => type?.Kind is null or CellKind.Double,
        ValueColumn<float> => type?.Kind is null or CellKind.Float,
        ValueColumn<short> => type?.Kind is null or CellKind.SmallInt,
        ValueColumn<sbyte> => type?.Kind is null or CellKind.TinyInt,
        ValueColumn<bool> => type?.Kind is null or CellKind.Boolean,

        // A timestamp is no date unless it is at midnight.
        ValueColumn<DateTime> => type?.Kind is null or CellKind.Timestamp || (type?.Kind == CellKind.Date && from == "date"),
        ReferenceColumn<string> texts => type is null or { Kind: CellKind.Text, Precision: 0 } && AreWritable(texts, rows),
        _ => false,
    };

    private bool AreWritable(ReferenceColumn<string> texts, int rows)
    {
        string? last = null; // of texts that come again, readers make one string
        for (var row = 0; row < rows; row++)
        {
            var text = texts.ValueOf(row);
            if (ReferenceEquals(text, last)) continue;
            if (!WritableText.IsWritable(text, _encoding)) return false;
            last = text;
        }

        return true;
    }

    private string KeyText(object? cell, int column, IReadOnlyList<object?> values, object? row, long number)
    {
        var text = cell is null ? "" : CellText.Format(cell, _types[column]?.Kind);
        return text.Length > 0 ? text : throw Fault.PartitionValueMissing(row ?? RowOf(values), number, _columns[column].Name);
    }

    private DataRow RowOf(IReadOnlyList<object?> values) =>
        new(
            _columns.Select(column => column.Name).ToArray(),
            values.Select(value => ReferenceEquals(value, NoCell.Value) ? null : value).ToArray());
}
