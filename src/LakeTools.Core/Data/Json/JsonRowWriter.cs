using System.Buffers;
using System.Text.Json;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Rows;

namespace LakeTools.Core.Data.Json;

/// <summary>Writes rows as JSON lines: an object a line, in UTF-8.</summary>
internal sealed class JsonRowWriter : IRowWriter
{
    private const int FlushLength = 64 * 1024;

    private readonly Stream _stream;
    private readonly IReadOnlyList<FileColumn> _columns;
    private readonly List<JsonEncodedText> _names = [];
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushLength * 2);
    private readonly Utf8JsonWriter _json;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">The destination; disposed of with the writer.</param>
    /// <param name="columns">The columns; more may come.</param>
    public JsonRowWriter(Stream stream, IReadOnlyList<FileColumn> columns)
    {
        _stream = stream;
        _columns = columns;
        _json = new Utf8JsonWriter(_buffer, JsonCellWriter.Options);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<object?> cells)
    {
        while (_names.Count < cells.Length)
            _names.Add(JsonEncodedText.Encode(_columns[_names.Count].Name, JsonCellWriter.Options.Encoder));
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

    private void Flush()
    {
        _stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
