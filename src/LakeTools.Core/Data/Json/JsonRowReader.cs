using System.Runtime.CompilerServices;
using System.Text.Json;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Json;

/// <summary>Reads typed rows from JSON lines or an array of objects. A bad row is reported and left out, and the rest is read.</summary>
internal static class JsonRowReader
{
    /// <summary>Reads the rows.</summary>
    /// <param name="stream">The file; disposed of at the end.</param>
    /// <param name="choice">Chooses the columns.</param>
    /// <param name="path">The file's name, for errors.</param>
    /// <param name="batches">Gathers the rows; the last ones are left in it, also where reading ends with an exception.</param>
    /// <param name="onBadRow">Takes the error <c>BadRow</c> of each row that could not be read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, in batches.</returns>
    public static async IAsyncEnumerable<DataBatch> ReadAsync(Stream stream, IColumnChoice choice, string path,
        BatchBuilder batches, Action<LakeException> onBadRow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new JsonRecordReader(stream);
        var columns = choice.OfNames(null);
        batches.Columns = columns?.Select(column => column.Told).ToArray();
        IJsonRow row = columns is null ? new JsonRowAsWritten() : new JsonRowOfColumns(columns);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var bad = reader.Fault is { } fault
                ? new LakeBadRow(path, reader.Line, Place(reader.Offset), fault)
                : TryRead(reader, row, path);
            if (bad is null)
            {
                if (batches.Add(row.Take()) is { } batch) yield return batch;
                continue;
            }

            onBadRow(Fault.BadRow(bad, path, bad.Line, bad.Column, bad.Reason));
        }
    }

    private static LakeBadRow? TryRead(JsonRecordReader record, IJsonRow row, string path)
    {
        try
        {
            var reader = new Utf8JsonReader(record.Record.Span);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) return new LakeBadRow(path, record.Line, Place(record.Offset),
                "the row is no object");
            if (row.TryRead(ref reader, out var column, out var reason))
            {
                reader.Read(); // what follows the object is an error of its own
                return null;
            }

            return new LakeBadRow(path, record.Line, column, reason);
        }
        catch (JsonException error)
        {
            var line = error.LineNumber ?? 0;
            var place = (int)(error.BytePositionInLine ?? 0) + (line == 0 ? record.Offset : 0);
            return new LakeBadRow(path, record.Line + line, Place(place), "this is no JSON");
        }
        catch (InvalidOperationException)
        {
            return new LakeBadRow(path, record.Line, Place(record.Offset), "the text is not UTF-8");
        }
    }

    private static string Place(int offset) => (offset + 1).ToString("0", null);
}
