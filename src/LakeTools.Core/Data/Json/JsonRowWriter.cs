using System.Buffers;
using System.Text.Json;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Json;

/// <summary>Writes rows as JSON lines: an object a line, in UTF-8.</summary>
internal sealed class JsonRowWriter : IRowWriter
{
    private const int FlushLength = 64 * 1024;

    private readonly Stream _stream;
    private readonly IReadOnlyList<FileColumn> _columns;
    private readonly IReadOnlyDictionary<string, string>? _mapping;
    private readonly List<JsonEncodedText> _names = [];
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushLength * 2);
    private readonly Utf8JsonWriter _json;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">The destination; disposed of with the writer.</param>
    /// <param name="columns">The columns; more may come.</param>
    /// <param name="mapping">The property of each column that has another name. Null if none has.</param>
    public JsonRowWriter(Stream stream, IReadOnlyList<FileColumn> columns, IReadOnlyDictionary<string, string>? mapping)
    {
        _mapping = mapping;
        _stream = stream;
        _columns = columns;
        _json = new Utf8JsonWriter(_buffer, JsonCellWriter.Options);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<object?> cells)
    {
        while (_names.Count < cells.Length)
        {
            var (name, type) = (_columns[_names.Count].Name, _columns[_names.Count].Type);
            if (_mapping is not null && FieldOf(type) is { } field)
                throw Fault.FormatNotSupported(name, $"of the column {name}", "written", $"JSON without the property mapping.{field}");
            _names.Add(JsonEncodedText.Encode(_mapping?.GetValueOrDefault(name) ?? name, JsonCellWriter.Options.Encoder));
        }

        _json.WriteStartObject();
        for (var i = 0; i < cells.Length; i++)
        {
            if (ReferenceEquals(cells[i], NoCell.Value)) continue;
            _json.WritePropertyName(_names[i]);
            JsonCellWriter.Write(_json, cells[i], _columns[i].Type);
        }

        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= FlushLength) Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        _json.Dispose();
        _stream.Dispose();
    }

    // Objects are written with the names that their rows have.
    private string? FieldOf(CellType? type)
    {
        foreach (var part in type?.Parts ?? [])
        {
            if (type is { Kind: CellKind.Struct } && _mapping!.ContainsKey(part.Name)) return part.Name;
            if (FieldOf(part.Type) is { } field) return field;
        }

        return null;
    }

    private void Flush()
    {
        _stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
