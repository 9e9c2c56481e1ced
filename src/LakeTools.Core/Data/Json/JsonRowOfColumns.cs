using System.Text;
using System.Text.Json;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Json;

/// <summary>Takes the properties that a table, or a user, names. Names are compared as Hive does, in any case.</summary>
internal sealed class JsonRowOfColumns : IJsonRow
{
    private const int ShownText = 40;

    private readonly IReadOnlyList<RowColumn> _columns;
    private readonly string[] _names;
    private readonly byte[][] _written;
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly int[]? _twins; // of each column, the next one that has the same property
    private readonly bool[] _isRead;
    private readonly JsonCellReader _reader;
    private readonly CutTimes _cut;
    private readonly bool _isOfTable;
    private object?[] _values = [];
    private int _place; // of the column that is read

    /// <summary>Makes the reader of a file's rows.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="cut">Takes the columns with times that are cut.</param>
    /// <param name="mapping">The property of each column that has another name. Null if none has.</param>
    /// <param name="isOfTable">True if a column is not what Hive would make of a property's name.</param>
    public JsonRowOfColumns(IReadOnlyList<RowColumn> columns, CutTimes cut, IReadOnlyDictionary<string, string>? mapping, bool isOfTable)
    {
        (_columns, _cut, _isOfTable) = (columns, cut, isOfTable);
        _reader = new JsonCellReader(() => cut.Add(_columns[_place].Name), mapping);
        _names = columns.Select(column => column.Name).ToArray();
        var properties = _names.Select(name => mapping?.GetValueOrDefault(name) ?? name).ToArray();
        _written = properties.Select(Encoding.UTF8.GetBytes).ToArray();
        _isRead = new bool[columns.Count];
        for (var i = columns.Count - 1; i >= 0; i--)
        {
            if (columns[i].IsConstant) continue;
            if (_places.TryGetValue(properties[i], out var next))
            {
                _twins ??= Enumerable.Repeat(-1, columns.Count).ToArray();
                _twins[i] = next;
            }

            _places[properties[i]] = i;
        }
    }

    /// <inheritdoc/>
    public bool TryRead(ref Utf8JsonReader reader, out string column, out string reason)
    {
        column = reason = "";
        Begin();
        var next = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var place = Place(ref reader, next);
            reader.Read();
            if (place < 0)
            {
                reader.Skip();
                continue;
            }

            if (_isRead[place])
            {
                (column, reason) = (_names[place], "two properties of the object have this name, ignoring case");
                return false;
            }

            (_isRead[place], _place, next) = (true, place, place + 1);
            var start = reader; // a reader is a value: the copy still stands at the cell
            var isCell = _reader.TryRead(ref reader, _columns[place].Type, out _values[place]);
            while (isCell && _twins is not null && (place = _twins[_place]) >= 0)
            {
                reader = start;
                _place = place;
                isCell = _reader.TryRead(ref reader, _columns[place].Type, out _values[place]);
            }

            if (isCell) continue;
            place = _place;
            column = _names[place];
            reason = $"{Shown(ref start)} is not a valid {_columns[place].Type?.ToHive()}";
            return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public DataRow Take() => new(_names, _values);

    /// <inheritdoc/>
    public DataRow TakeNulls()
    {
        Begin();
        return Take();
    }

    private void Begin()
    {
        _values = new object?[_columns.Count];
        for (var i = 0; i < _values.Length; i++)
            if (_columns[i].IsConstant) _values[i] = _columns[i].Constant;
        Array.Clear(_isRead);
    }

    // Most files have their properties in the columns' order. By address, a column's name may be what Hive makes of a property's.
    private int Place(ref Utf8JsonReader reader, int next)
    {
        if (next < _written.Length && !_columns[next].IsConstant && _twins is null && reader.ValueTextEquals(_written[next])) return next;
        var name = reader.GetString()!;
        if (_places.TryGetValue(name, out var place)) return place;
        if (!_places.TryGetValue(HiveNames.Safe(name), out place)) return -1;
        if (!_isOfTable) return place;
        _cut.AddUnread(name, _names[place]);
        return -1;
    }

    private static string Shown(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) return "the nested value";
        var text = Encoding.UTF8.GetString(reader.ValueSpan);
        return $"'{(text.Length > ShownText ? text[..ShownText] + "..." : text)}'";
    }
}
