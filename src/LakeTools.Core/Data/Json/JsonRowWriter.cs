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
    private readonly JsonEncodedText[] _names;
    private readonly CellType?[] _types;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushLength * 2);
    private readonly Utf8JsonWriter _json;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where to; disposed of with the writer.</param>
    /// <param name="columns">The columns.</param>
    public JsonRowWriter(Stream stream, IReadOnlyList<FileColumn> columns)
    {
        _stream = stream;
        _names = columns.Select(column => JsonEncodedText.Encode(column.Name, JsonCellWriter.Options.Encoder)).ToArray();
        _types = columns.Select(column => column.Type).ToArray();
        _json = new Utf8JsonWriter(_buffer, JsonCellWriter.Options);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<object?> cells)
    {
        _json.WriteStartObject();
        for (var i = 0; i < cells.Length; i++)
        {
            _json.WritePropertyName(_names[i]);
            JsonCellWriter.Write(_json, cells[i], _types[i]);
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
