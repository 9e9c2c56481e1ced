using System.Runtime.CompilerServices;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Csv;

/// <summary>Reads typed rows from delimited text. A bad row is reported and left out, and the rest is read.</summary>
internal static class CsvRowReader
{
    private const int ShownText = 40;

    // A batch passes through about a hundred methods. With a million rows in batches of a thousand, the runtime compiles each of them
    // again while rows are read, and delays the methods of PowerShell that each row passes through.
    private const int MostRows = 4096;

    /// <summary>Reads the rows.</summary>
    /// <param name="text">The file's text; disposed of at the end.</param>
    /// <param name="dialect">The dialect of the text.</param>
    /// <param name="choice">Chooses the columns.</param>
    /// <param name="path">The file's name, for errors.</param>
    /// <param name="batches">Gathers the rows; the last ones are left in it, also where reading ends with an exception.</param>
    /// <param name="onBadRow">Takes the error <c>BadRow</c> of each row that could not be read.</param>
    /// <param name="cut">Takes the columns with times that are cut.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, in batches.</returns>
    /// <exception cref="InvalidDataException">The header that names the columns cannot be read.</exception>
    public static async IAsyncEnumerable<DataBatch> ReadAsync(TextReader text, CsvDialect dialect, IColumnChoice choice, string path,
        BatchBuilder batches, Action<LakeException> onBadRow, CutTimes cut,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new CsvReader(text, dialect);
        List<string>? header = null;
        for (var i = 0; i < dialect.HeaderLines; i++)
        {
            if (!await TryMoveAsync(reader.ReadAsync(cancellationToken), reader, path, header, onBadRow).ConfigureAwait(false)) yield break;
            // The columns of a table have their names from it, and not from the header.
            if (reader.Fault != CsvFault.None && !choice.IsOfTable)
            {
                throw new InvalidDataException($"line {reader.Line} names the columns, and cannot be read: {ReasonOf(reader, 0)}. "
                    + "-NoHeader reads the other lines as rows");
            }

            if (reader.Fault != CsvFault.None) continue;
            var fields = Fields(reader);
            if (!IsSeparatorLine(reader, fields)) header = fields;
        }

        CsvCell[]? cells = null;
        var bad = new CsvBadCells();
        var width = header?.Count ?? 0;
        while (true)
        {
            var reading = reader.ReadAsync(cancellationToken);
            var isRead = reading.IsCompletedSuccessfully
                ? reading.Result : await TryMoveAsync(reading, reader, path, header, onBadRow).ConfigureAwait(false);
            if (!isRead) break;
            if (cells is null && header is null && reader.Fault != CsvFault.None)
            {
                onBadRow(BadRecord(path, reader, reader.FieldCount));
                continue;
            }

            if (cells is null)
            {
                if (header is null) width = reader.FieldCount;
                var columns = await choice.OfFieldsAsync(header, width, cancellationToken).ConfigureAwait(false);
                batches.Columns = columns.Select(column => column.Told with { IsUntyped = column.Type is null }).ToArray();
                var made = cells = columns.Select(column => CsvCell.Of(column, dialect.TimesAreNumbers, cut)).ToArray();
                batches.Begin(
                    columns.Select(column => column.Name).ToArray(),
                    capacity => Array.ConvertAll(made, cell => cell.Begin(capacity)),
                    MostRows);
            }

            var found = reader.FieldCount;
            if (reader.Fault != CsvFault.None || (found != width && !choice.IsAnyWidth))
            {
                onBadRow(BadRecord(path, reader, width));
                continue;
            }

            var first = batches.NextRow;
            var count = reader.ReadMore(batches.End - first);
            var length = reader.Length;
            foreach (var cell in cells) cell.Read(reader, found, count, first, bad);
            cut.Tell();
            foreach (var row in bad.Rows) onBadRow(BadCell(path, reader, row - first, found, bad.CellOf(row)));
            if (batches.EndRows(first + count, bad.Rows, length) is { } batch) yield return batch;
            bad.Clear();
        }
    }

    // After bytes of another encoding, the rest of the file is likely in it too. So there is one error for the file.
    private static async ValueTask<bool> TryMoveAsync(ValueTask<bool> reading, CsvReader reader, string path, List<string>? header,
        Action<LakeException> onBadRow)
    {
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (UndecodableTextException error)
        {
            var (line, field) = reader.End;
            var column = field <= header?.Count && header[field - 1].Length > 0 ? header[field - 1] : field.ToString("0", null);
            onBadRow(Fault.TextEncodingInvalid(
                new LakeBadRow(path, line, column, error.Message),
                path,
                line,
                column,
                error.Bytes,
                error.Encoding,
                inner: error));
            return false;
        }
    }

    // Excel's line sep=; is a line at the head of a file, and names nothing.
    private static bool IsSeparatorLine(CsvReader reader, List<string> fields) =>
        !reader.IsQuoted(0) && fields[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
        && (fields is [{ Length: 4 }, ""] || (fields.Count == 1 && fields[0].Length == 5));

    private static List<string> Fields(CsvReader reader)
    {
        var fields = new List<string>(reader.FieldCount);
        for (var i = 0; i < reader.FieldCount; i++)
            fields.Add((reader.IsQuoted(i) ? reader.GetField(i) : reader.GetField(i).Trim()).ToString());
        return fields;
    }

    private static LakeException BadRecord(string path, CsvReader reader, int width)
    {
        var column = Math.Min(reader.FieldCount, width) + (reader.Fault != CsvFault.None || reader.FieldCount < width ? 1 : 0);
        return BadRow(path, reader.Line, column.ToString("0", null), ReasonOf(reader, width));
    }

    private static string ReasonOf(CsvReader reader, int width) => reader.Fault switch
    {
        CsvFault.TextAfterQuote => "text follows a closing quote",
        CsvFault.OpenQuote => "a quote is opened and never closed",
        CsvFault.TooLong => "the row is too long to be one",
        _ => $"it has {Fields(reader.FieldCount)} where the file has {Fields(width)}",
    };

    private static LakeException BadCell(string path, CsvReader reader, int record, int width, CsvCell cell)
    {
        var field = reader.GetField((record * width) + cell.Position);
        var shown = field.Length > ShownText ? string.Concat(field[..ShownText], "...") : field.ToString();
        return BadRow(path, reader.LineOf(record), cell.Name, $"'{shown}' is no {cell.Type.ToHive()}{cell.Expected}");
    }

    private static string Fields(int count) => count == 1 ? "1 field" : $"{count} fields";

    private static LakeException BadRow(string path, long line, string column, string reason) =>
        Fault.BadRow(new LakeBadRow(path, line, column, reason), path, line, column, reason);
}
