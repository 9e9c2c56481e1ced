using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Json;

/// <summary>Reads typed rows from JSON lines or an array of objects. A bad row is reported and left out, and the rest is read.</summary>
internal static class JsonRowReader
{
    private const string ByAddress = "Athena reads one object on each line; Import-LakeData reads it by its S3 URI";

    /// <summary>Returns whether a row is bad only where it is one of a table.</summary>
    /// <param name="bad">The row.</param>
    /// <returns>True if the same file is read by address.</returns>
    public static bool IsReadByAddress(LakeBadRow bad) => bad.Reason.EndsWith(ByAddress, StringComparison.Ordinal);

    /// <summary>Reads the rows.</summary>
    /// <param name="stream">The file; disposed of at the end.</param>
    /// <param name="choice">Chooses the columns.</param>
    /// <param name="format">The form of the file.</param>
    /// <param name="path">The file's name, for errors.</param>
    /// <param name="batches">Gathers the rows; the last ones are left in it, also where reading ends with an exception.</param>
    /// <param name="onBadRow">Takes the error <c>BadRow</c> of each row that could not be read.</param>
    /// <param name="cut">Takes the columns with times that are cut.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, in batches.</returns>
    public static async IAsyncEnumerable<DataBatch> ReadAsync(Stream stream, IColumnChoice choice, JsonFormat format, string path,
        BatchBuilder batches, Action<LakeException> onBadRow, CutTimes cut, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new JsonRecordReader(stream);
        var columns = choice.OfNames(null);
        batches.Columns = columns?.Select(column => column.Told).ToArray();
        var badLine = 0L;
        IJsonRow row = columns is null ? new JsonRowAsWritten() : new JsonRowOfColumns(columns, cut, format.Mapping, choice.IsOfTable);
        while (await TryMoveAsync(reader, path, onBadRow, cancellationToken).ConfigureAwait(false))
        {
            var isMalformed = false;
            var fault = reader.Fault ?? (format.IsObjectALine ? OnLine(reader, badLine) : null);
            if (fault is { Length: 0 }) continue;
            var bad = fault is not null
                ? new LakeBadRow(path, reader.Line, Place(reader.Offset), fault) : TryRead(reader, row, path, out isMalformed);
            if (fault is not null) badLine = reader.Line;
            cut.Tell();
            if (isMalformed && format.MalformedIsNull && !reader.IsOver) bad = null;
            else isMalformed = false;
            if (bad is null)
            {
                if (batches.Add(isMalformed ? row.TakeNulls() : row.Take()) is { } batch) yield return batch;
                continue;
            }

            onBadRow(Fault.BadRow(bad, path, bad.Line, bad.Column, bad.Reason));
            if (reader.IsArray && format.IsObjectALine) yield break;
        }
    }

    // The parts of a line that Athena's SerDes do not read. Empty if the line before had the same.
    private static string? OnLine(JsonRecordReader record, long badLine)
    {
        if (record.IsArray) return $"the file is an array, and {ByAddress}";
        if (record.HasLines) return $"the object continues after its line, and {ByAddress}";
        if (!record.IsBehindAnother) return null;
        return record.Line == badLine ? "" : $"further objects follow on the line, and {ByAddress}";
    }

    private static async ValueTask<bool> TryMoveAsync(JsonRecordReader reader, string path, Action<LakeException> onBadRow,
        CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DecoderFallbackException error)
        {
            var bytes = BitConverter.ToString(error.BytesUnknown ?? []).Replace('-', ' ');
            var bad = new LakeBadRow(path, reader.NextLine, "1", $"the bytes {bytes} are not of the file's encoding");
            onBadRow(Fault.TextEncodingInvalid(bad, path, bad.Line, bad.Column, bytes, "of the file's encoding", inner: error));
            return false;
        }
    }

    private static LakeBadRow? TryRead(JsonRecordReader record, IJsonRow row, string path, out bool isMalformed)
    {
        isMalformed = false;
        try
        {
            var reader = new Utf8JsonReader(record.Record.Span);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) return new LakeBadRow(path, record.Line, Place(record.Offset),
                "the row is not an object");
            if (row.TryRead(ref reader, out var column, out var reason))
            {
                reader.Read(); // what follows the object is an error of its own
                return null;
            }

            return new LakeBadRow(path, record.Line, column, reason);
        }
        catch (JsonException error)
        {
            const string TooDeep = "it has more than 64 levels of objects and arrays"; // the limit of System.Text.Json
            if (IsDeep(record.Record.Span)) return new LakeBadRow(path, record.Line, Place(record.Offset), TooDeep);
            isMalformed = true;
            var line = error.LineNumber ?? 0;
            var place = (int)(error.BytePositionInLine ?? 0) + (line == 0 ? record.Offset : 0);
            return new LakeBadRow(path, record.Line + line, Place(place), "this is not valid JSON");
        }
        catch (InvalidOperationException)
        {
            return new LakeBadRow(path, record.Line, Place(record.Offset), Utf8.IsValid(record.Record.Span)
                ? "a text has one half of a surrogate pair, such as \\ud800, which is not a character"
                : "the text is not UTF-8; specify -Encoding");
        }
    }

    // The reader has no other sign of depth than that the same record is valid without a limit.
    private static bool IsDeep(ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return true;
    }

    private static string Place(int offset) => (offset + 1).ToString("0", null);
}
