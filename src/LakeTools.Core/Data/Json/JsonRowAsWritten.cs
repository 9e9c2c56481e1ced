using System.Text;
using System.Text.Json;
using LakeTools.Core.Data.Cells;

namespace LakeTools.Core.Data.Json;

/// <summary>Takes all properties of each object, with the types that the JSON says.</summary>
internal sealed class JsonRowAsWritten : IJsonRow
{
    private IReadOnlyList<string> _names = [];
    private byte[][] _written = [];
    private object?[] _values = [];

    /// <inheritdoc/>
    public bool TryRead(ref Utf8JsonReader reader, out string column, out string reason)
    {
        column = reason = "";
        if (!TryReadAsBefore(ref reader)) ReadAnew(ref reader);
        return true;
    }

    /// <inheritdoc/>
    public DataRow Take() => new(_names, _values);

    // Most objects have the properties of the one before: then their rows share the names.
    private bool TryReadAsBefore(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        var values = new object?[_written.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (!ahead.Read() || ahead.TokenType != JsonTokenType.PropertyName || !ahead.ValueTextEquals(_written[i])) return false;
            ahead.Read();
            values[i] = JsonCellReader.Read(ref ahead);
        }

        if (!ahead.Read() || ahead.TokenType != JsonTokenType.EndObject) return false;
        _values = values;
        reader = ahead;
        return true;
    }

    private void ReadAnew(ref Utf8JsonReader reader)
    {
        var start = reader;
        var row = (DataRow)JsonCellReader.Read(ref reader)!;
        _names = row.ColumnNames;
        _values = [.. row.Values];
        _written = [.. Written(ref start)];
    }

    private static List<byte[]> Written(ref Utf8JsonReader reader)
    {
        var names = new List<byte[]>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            names.Add(Encoding.UTF8.GetBytes(reader.GetString()!));
            reader.Read();
            reader.Skip();
        }

        return names;
    }
}
